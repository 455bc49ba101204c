package dev.halflife.sim.write.breaker;

import dev.halflife.model.NameText;
import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.breaker.BreakerOperation;
import dev.halflife.model.write.breaker.BreakerReply;
import dev.halflife.model.write.breaker.BreakerState;
import dev.halflife.sim.component.Durations;
import dev.halflife.sim.component.Narration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaker operations, replies and states in a few words. */
final class BreakerNarration implements Narration<BreakerConfig, BreakerState, BreakerOperation, BreakerReply> {

    private static final BreakerCodec.Names NAMES = new BreakerCodec.Names();

    @Override
    public String config(BreakerConfig config) {
        return (config.failures() == 1 ? "1 failure opens for " : config.failures() + " failures open for ")
                + Durations.text(config.openNanos());
    }

    @Override
    public String operation(BreakerOperation operation) {
        return String.format(Locale.ROOT, "%-8s %s", operation.match(NAMES), NameText.of(operation.partition()));
    }

    @Override
    public String reply(BreakerOperation operation, BreakerReply reply) {
        if (reply instanceof BreakerReply.Allowed allowed) {
            return allowed.allowed() ? "allowed" : "refused";
        }
        return reply instanceof BreakerReply.Told told ? (told.open() ? "open" : "not open") : "";
    }

    /** Such as {@code p1: open until 30 s, a probe is out · p2: 1 failure}. */
    @Override
    public String note(BreakerState state) {
        List<String> notes = new ArrayList<>();
        for (String partition : state.partitions()) {
            int failures = state.failures(partition);
            if (state.opened(partition)) {
                notes.add(NameText.of(partition) + ": open until " + end(state, partition)
                        + (state.probeNanos(partition).isPresent() ? ", a probe is out" : ""));
            } else if (failures > 0) {
                notes.add(NameText.of(partition) + ": " + failures + (failures == 1 ? " failure" : " failures"));
            }
        }
        return String.join(" · ", notes);
    }

    private static String end(BreakerState state, String partition) {
        long earliest = state.earliestEndNanos(partition).orElse(0);
        long latest = state.latestEndNanos(partition).orElse(0);
        return Durations.text(earliest) + (earliest == latest ? "" : " to " + Durations.text(latest));
    }
}
