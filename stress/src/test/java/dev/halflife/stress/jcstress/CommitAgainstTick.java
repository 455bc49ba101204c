package dev.halflife.stress.jcstress;

import static dev.halflife.stress.jcstress.HeatModel.NOW;
import static dev.halflife.stress.jcstress.HeatModel.bump;
import static dev.halflife.stress.jcstress.HeatModel.emissions;
import static dev.halflife.stress.jcstress.HeatModel.tick;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.halflife.impl.heat.Announcement;
import dev.halflife.impl.heat.Emission;
import dev.halflife.impl.heat.HeatRegistry;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two keys in flight have grown again: a tick finds both committed, or neither; the tick after it the other way (T4). */
public final class CommitAgainstTick {

    private CommitAgainstTick() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                HeatModel.spec(8),
                List.of(bump("a"), bump("b"), tick(1), bump("a"), bump("b")),
                List.of(List.of(HeatModel.commit(1)), List.of(tick(2))),
                List.of(tick(3)),
                replies -> emissions(replies.get(1).get(0)) + ", "
                        + emissions(replies.get(2).get(0)));
    }

    private static HeatRegistry<String> announcedAndGrown() {
        HeatRegistry<String> registry = HeatModel.registry(8);
        registry.bump("a", NOW);
        registry.bump("b", NOW);
        return registry;
    }

    /** As shipped: an answer is one critical section. */
    @JCStressTest
    @Outcome(id = "0, 2", expect = ACCEPTABLE, desc = "ticked first: both were in flight")
    @Outcome(id = "2, 0", expect = ACCEPTABLE, desc = "committed first: both are announced again")
    @State
    public static class Shipped {

        private final HeatRegistry<String> registry = announcedAndGrown();
        private final Announcement<String> announced = registry.tick(NOW);

        public Shipped() {
            registry.bump("a", NOW);
            registry.bump("b", NOW);
        }

        @Actor
        public void sink() {
            registry.commit(announced);
        }

        @Actor
        public void driver(II_Result r) {
            r.r1 = registry.tick(NOW).emissions().size();
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = registry.tick(NOW).emissions().size();
        }
    }

    /** The lock is let go between two keys. */
    @JCStressTest
    @Outcome(id = "0, 2", expect = ACCEPTABLE, desc = "ticked first: both were in flight")
    @Outcome(id = "2, 0", expect = ACCEPTABLE, desc = "committed first: both are announced again")
    @Outcome(id = "1, 1", expect = FORBIDDEN, desc = "half committed")
    @State
    public static class Twin {

        private final HeatRegistry<String> registry = announcedAndGrown();
        private final Announcement<String> announced = registry.tick(NOW);

        public Twin() {
            registry.bump("a", NOW);
            registry.bump("b", NOW);
        }

        @Actor
        public void sink() {
            for (Emission<String> emission : announced.emissions()) {
                registry.commit(announced, List.of(emission.key()));
            }
        }

        @Actor
        public void driver(II_Result r) {
            r.r1 = registry.tick(NOW).emissions().size();
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = registry.tick(NOW).emissions().size();
        }
    }
}
