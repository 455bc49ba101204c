package dev.halflife.stress.jcstress;

import static dev.halflife.stress.jcstress.HeatModel.NOW;
import static dev.halflife.stress.jcstress.HeatModel.bump;
import static dev.halflife.stress.jcstress.HeatModel.tick;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.halflife.impl.heat.HeatPolicy;
import dev.halflife.impl.heat.HeatRegistry;
import dev.halflife.model.Contract;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.model.heat.HeatSpec;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/** Whoever keeps asking whether a withdrawal was dropped learns that one was (F3): the next tick does not issue it. */
public final class WaitingForADrop {

    private static final long HALF_LIFE_NANOS = 60_000_000_000L;

    private WaitingForADrop() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                new HeatSpec(
                        new HeatConfig(
                                false,
                                1,
                                HeatConfig.DEFAULT_LEASE_NANOS,
                                new dev.halflife.model.heat.HeatPolicy(true, 2, HALF_LIFE_NANOS)),
                        Contract.strict()),
                List.of(bump("a"), tick(1), bump("b"), tick(2)),
                List.of(List.of(bump("c"))),
                List.of(tick(3)),
                replies -> withdraws(replies.get(1).get(0), "a") ? "STALE" : "TERMINATED");
    }

    private static boolean withdraws(HeatReply reply, String key) {
        return ((HeatReply.Ticked) reply)
                .emissions().stream().anyMatch(emission -> emission.key().equals(key));
    }

    /** As shipped: counted and read under the lock. */
    @JCStressTest(Mode.Termination)
    @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "seen at last")
    @State
    public static class Shipped {

        private final HeatRegistry<String> registry = HeatRegistry.<String>unmarked(
                        new HeatPolicy(true, 2, HALF_LIFE_NANOS))
                .cap(1)
                .build();

        public Shipped() {
            registry.bump("a", NOW);
            registry.tick(NOW);
            registry.bump("b", NOW);
            registry.tick(NOW);
        }

        @Actor
        public void waiting() {
            while (registry.droppedWithdrawals() == 0) {}
        }

        @Signal
        public void evicting() {
            registry.bump("c", NOW);
        }
    }

    /** A plain read, which the compiler takes out of the loop. */
    @JCStressTest(Mode.Termination)
    @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "seen at last")
    @Outcome(id = "STALE", expect = FORBIDDEN, desc = "never seen")
    @State
    public static class Twin {

        private long dropped;

        @Actor
        public void waiting() {
            while (dropped == 0) {}
        }

        @Signal
        public void evicting() {
            dropped++;
        }
    }
}
