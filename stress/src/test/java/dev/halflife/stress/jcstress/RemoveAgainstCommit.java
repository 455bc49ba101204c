package dev.halflife.stress.jcstress;

import static dev.halflife.stress.jcstress.HeatModel.NOW;
import static dev.halflife.stress.jcstress.HeatModel.bump;
import static dev.halflife.stress.jcstress.HeatModel.emissions;
import static dev.halflife.stress.jcstress.HeatModel.tick;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.halflife.impl.heat.Announcement;
import dev.halflife.impl.heat.HeatRegistry;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A key is removed while its heat reaches peers: they are told that it is gone, whichever came first (F3). */
public final class RemoveAgainstCommit {

    private RemoveAgainstCommit() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                HeatModel.spec(8),
                List.of(bump("a"), tick(1)),
                List.of(List.of(new HeatOperation.Remove(NOW, "a")), List.of(HeatModel.commit(1))),
                List.of(new HeatOperation.Len(NOW), tick(2)),
                replies -> ((HeatReply.Counted) replies.get(2).get(0)).len() + ", "
                        + emissions(replies.get(2).get(1)));
    }

    /** As shipped: what peers believe and whether the key is tracked change under one lock. */
    @JCStressTest
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "gone, and a withdrawal is owed")
    @State
    public static class Shipped {

        private final HeatRegistry<String> registry = HeatModel.registry(8);
        private final Announcement<String> announced;

        public Shipped() {
            registry.bump("a", NOW);
            announced = registry.tick(NOW);
        }

        @Actor
        public void owner() {
            registry.remove("a");
        }

        @Actor
        public void sink() {
            registry.commit(announced);
        }

        @Arbiter
        public void end(II_Result r) {
            r.r1 = registry.size();
            r.r2 = registry.tick(NOW).emissions().size();
        }
    }

    /** One key without the lock: each looks at the other's field first, and then writes its own. */
    @JCStressTest
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "gone, and a withdrawal is owed")
    @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "peers believe in it for good")
    @State
    public static class Twin {

        private boolean tracked = true;
        private boolean peersBelieve;
        private boolean owed;

        @Actor
        public void owner() {
            if (peersBelieve) {
                owed = true;
            }
            tracked = false;
        }

        @Actor
        public void sink() {
            if (!tracked) {
                owed = true;
            }
            peersBelieve = true;
        }

        @Arbiter
        public void end(II_Result r) {
            r.r1 = tracked ? 1 : 0;
            r.r2 = owed ? 1 : 0;
        }
    }
}
