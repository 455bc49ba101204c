package dev.halflife.sim.world;

import dev.halflife.model.NumberText;
import dev.halflife.model.heat.HeatReply.Emission;
import dev.halflife.model.heat.KeyText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was handed to the sink, batch by batch. The emissions of one batch have no order. */
final class MeshBatches {

    private MeshBatches() {}

    /** Whether these are the same batches, emission by emission. */
    static boolean same(List<List<Emission>> expected, List<List<Emission>> seen) {
        if (expected.size() != seen.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!sameBatch(expected.get(i), seen.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameBatch(List<Emission> expected, List<Emission> seen) {
        if (expected.equals(seen)) {
            return true;
        }
        List<Emission> left = new ArrayList<>(seen);
        for (Emission emission : expected) {
            if (!left.removeIf(other -> other.key().equals(emission.key()) && other.rate() == emission.rate())) {
                return false;
            }
        }
        return left.isEmpty() && expected.size() == seen.size();
    }

    /** The batches in words. */
    static String text(List<List<Emission>> batches) {
        return batches.isEmpty()
                ? "no batch"
                : batches.stream()
                        .map(batch -> batch.stream()
                                .map(emission -> KeyText.of(emission.key()) + " → " + NumberText.of(emission.rate()))
                                .collect(Collectors.joining(", ", "[", "]")))
                        .collect(Collectors.joining(" and "));
    }
}
