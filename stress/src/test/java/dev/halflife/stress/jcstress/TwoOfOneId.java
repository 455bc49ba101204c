package dev.halflife.stress.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.halflife.impl.write.Revision;
import dev.halflife.impl.write.WorkingSet;
import dev.halflife.model.Contract;
import dev.halflife.model.write.workingset.WorkingSetOperation.Head;
import dev.halflife.model.write.workingset.WorkingSetOperation.Upsert;
import dev.halflife.model.write.workingset.WorkingSetReply;
import dev.halflife.model.write.workingset.WorkingSetReply.Newest;
import dev.halflife.model.write.workingset.WorkingSetSpec;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Two entries claim one id at once: one of them is refused (C1). */
public final class TwoOfOneId {

    private TwoOfOneId() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                new WorkingSetSpec(Contract.strict()),
                List.of(),
                List.of(List.of(upsert("a")), List.of(upsert("b"))),
                List.of(new Head(0, "a"), new Head(0, "b")),
                replies -> present(replies.get(2).get(0)) + ", "
                        + present(replies.get(2).get(1)));
    }

    private static Upsert upsert(String entry) {
        return new Upsert(0, new dev.halflife.model.write.workingset.Revision("v1", entry, 1, 0));
    }

    private static boolean present(WorkingSetReply reply) {
        return ((Newest) reply).id() != null;
    }

    /** As shipped: an id is taken by putting it where none was. */
    @JCStressTest
    @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "the second is refused")
    @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "the first is refused")
    @State
    public static class Shipped {

        private final WorkingSet<String, Integer> set = new WorkingSet<>();

        @Actor
        public void first() {
            upsert("a");
        }

        @Actor
        public void second() {
            upsert("b");
        }

        @Arbiter
        public void end(ZZ_Result r) {
            r.r1 = set.head("a").isPresent();
            r.r2 = set.head("b").isPresent();
        }

        private void upsert(String entry) {
            try {
                set.upsert(new Revision<>(1, entry, 1, 0));
            } catch (IllegalArgumentException refused) {
                // shows in the head that is not there
            }
        }
    }

    /** The map is a concurrent one, but it is asked twice. */
    @JCStressTest
    @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "the second is refused")
    @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "the first is refused")
    @Outcome(id = "true, true", expect = FORBIDDEN, desc = "one id for two revisions")
    @State
    public static class Twin {

        private final ConcurrentMap<Integer, String> byId = new ConcurrentHashMap<>();
        private volatile boolean first;
        private volatile boolean second;

        @Actor
        public void first() {
            if (byId.get(1) == null) {
                byId.put(1, "a");
                first = true;
            }
        }

        @Actor
        public void second() {
            if (byId.get(1) == null) {
                byId.put(1, "b");
                second = true;
            }
        }

        @Arbiter
        public void end(ZZ_Result r) {
            r.r1 = first;
            r.r2 = second;
        }
    }
}
