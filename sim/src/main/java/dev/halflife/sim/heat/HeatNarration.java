package dev.halflife.sim.heat;

import dev.halflife.model.NumberText;
import dev.halflife.model.heat.Belief;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.model.heat.HeatState;
import dev.halflife.model.heat.KeyText;
import dev.halflife.sim.component.Durations;
import dev.halflife.sim.component.Narration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Heat operations, replies and states in a few words. */
final class HeatNarration implements Narration<HeatConfig, HeatState, HeatOperation, HeatReply> {

    @Override
    public String config(HeatConfig config) {
        return (config.cap() == 0 ? "unbounded" : "cap " + config.cap())
                + " · half-life " + Durations.text(config.policy().halfLifeNanos())
                + " · ratio " + NumberText.of(config.policy().emitRatio())
                + (config.marks() ? " · lease " + Durations.text(config.leaseNanos()) : "")
                + (config.policy().enabled() ? "" : " · disabled");
    }

    @Override
    public String operation(HeatOperation operation) {
        return operation.match(new Words());
    }

    @Override
    public String reply(HeatOperation operation, HeatReply reply) {
        if (reply instanceof HeatReply.Bumped bumped) {
            return evicted("rate " + NumberText.of(bumped.rate()), bumped.evicted());
        }
        if (reply instanceof HeatReply.Touched touched) {
            return evicted("", touched.evicted());
        }
        if (reply instanceof HeatReply.Ticked ticked) {
            return ticked.emissions().isEmpty()
                    ? "nothing"
                    : ticked.emissions().stream()
                            .map(emission -> KeyText.of(emission.key()) + " → " + NumberText.of(emission.rate()))
                            .collect(Collectors.joining(", "));
        }
        if (reply instanceof HeatReply.Tracked tracked) {
            return "rate " + NumberText.of(tracked.rate()) + ", lastEmitted " + text(tracked.lastEmitted());
        }
        if (reply instanceof HeatReply.Counted counted) {
            return counted.len() + " tracked";
        }
        return reply instanceof HeatReply.Untracked ? "not tracked" : "";
    }

    private static String text(Belief belief) {
        return belief.toString();
    }

    private static String evicted(String text, @Nullable String evicted) {
        return evicted == null ? text : (text.isEmpty() ? "" : text + ", ") + "evicted " + KeyText.of(evicted);
    }

    @Override
    public String note(HeatState state) {
        String inFlight = StreamSupport.stream(state.trackedKeys().spliterator(), false)
                .filter(state::inFlight)
                .map(KeyText::of)
                .sorted()
                .collect(Collectors.joining(", "));
        String owed = StreamSupport.stream(state.owedKeys().spliterator(), false)
                .map(KeyText::of)
                .collect(Collectors.joining(", "));
        String separator = inFlight.isEmpty() || owed.isEmpty() ? "" : " · ";
        return (inFlight.isEmpty() ? "" : "in flight: " + inFlight)
                + separator
                + (owed.isEmpty() ? "" : "owed: " + owed);
    }

    /** Verb and object. */
    private static final class Words implements HeatOperation.Cases<String> {

        @Override
        public String touch(HeatOperation.Touch touch) {
            return "touch    " + KeyText.of(touch.key()) + halfLife(touch.halfLifeNanos());
        }

        @Override
        public String bump(HeatOperation.Bump bump) {
            return "bump     " + KeyText.of(bump.key()) + halfLife(bump.halfLifeNanos());
        }

        @Override
        public String tick(HeatOperation.Tick tick) {
            return "tick     #" + tick.number();
        }

        @Override
        public String commit(HeatOperation.Commit commit) {
            return "commit   #" + commit.tick() + part(commit.keys());
        }

        @Override
        public String rollback(HeatOperation.Rollback rollback) {
            return "rollback #" + rollback.tick() + part(rollback.keys());
        }

        @Override
        public String remove(HeatOperation.Remove remove) {
            return "remove   " + KeyText.of(remove.key());
        }

        @Override
        public String observe(HeatOperation.Observe observe) {
            return "observe  " + KeyText.of(observe.key());
        }

        @Override
        public String len(HeatOperation.Len len) {
            return "len";
        }

        private static String halfLife(long halfLifeNanos) {
            return halfLifeNanos == HeatOperation.POLICY_HALF_LIFE
                    ? ""
                    : halfLifeNanos == 0 ? " (never decays)" : " (half-life " + Durations.text(halfLifeNanos) + ")";
        }

        private static String part(@Nullable List<String> keys) {
            return keys == null
                    ? ""
                    : keys.isEmpty()
                            ? " (no key)"
                            : keys.stream().map(KeyText::of).collect(Collectors.joining(", ", " (", ")"));
        }
    }
}
