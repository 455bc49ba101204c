package dev.halflife.sim.write.credits.museum;

import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.model.write.credits.CreditsReply;
import dev.halflife.sim.defect.Defect;
import java.util.List;
import java.util.stream.Stream;

/** The defects of the importance credits, grouped by what goes wrong. */
public final class CreditsMuseum {

    /** Every defect. */
    public static final List<Defect<CreditsConfig, CreditsOperation, CreditsReply>> DEFECTS = Stream.of(
                    RecordMistakes.ALL, DrainMistakes.ALL, RestoreMistakes.ALL, RaceMistakes.ALL)
            .flatMap(List::stream)
            .map(Mistake::defect)
            .toList();

    private CreditsMuseum() {}
}
