package dev.halflife.stress.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.halflife.impl.write.Revision;
import dev.halflife.impl.write.WorkingSet;
import dev.halflife.model.Contract;
import dev.halflife.model.write.workingset.WorkingSetOperation.Get;
import dev.halflife.model.write.workingset.WorkingSetOperation.Head;
import dev.halflife.model.write.workingset.WorkingSetOperation.Len;
import dev.halflife.model.write.workingset.WorkingSetOperation.Upsert;
import dev.halflife.model.write.workingset.WorkingSetReply;
import dev.halflife.model.write.workingset.WorkingSetReply.Counted;
import dev.halflife.model.write.workingset.WorkingSetReply.Found;
import dev.halflife.model.write.workingset.WorkingSetReply.Newest;
import dev.halflife.model.write.workingset.WorkingSetSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJJ_Result;

/** The first two entries are stored at once, and both are found under either index (C1, C2). */
public final class TwoEntries {

    private TwoEntries() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                new WorkingSetSpec(Contract.strict()),
                List.of(),
                List.of(List.of(upsert("v1", "a")), List.of(upsert("v2", "b"))),
                List.of(new Get(0, "v1"), new Get(0, "v2"), new Head(0, "a"), new Head(0, "b"), new Len(0)),
                replies -> outcome(replies.get(2)));
    }

    private static Upsert upsert(String id, String entry) {
        return new Upsert(0, new dev.halflife.model.write.workingset.Revision(id, entry, 1, 0));
    }

    private static String outcome(List<WorkingSetReply> end) {
        long byId = count(((Found) end.get(0)).present()) + count(((Found) end.get(1)).present());
        long heads = count(((Newest) end.get(2)).id() != null) + count(((Newest) end.get(3)).id() != null);
        return byId + ", " + heads + ", " + ((Counted) end.get(4)).len();
    }

    private static long count(boolean present) {
        return present ? 1 : 0;
    }

    /** As shipped: the maps are concurrent ones. */
    @JCStressTest
    @Outcome(id = "2, 2, 2", expect = ACCEPTABLE, desc = "both are there")
    @State
    public static class Shipped {

        private final WorkingSet<String, Integer> set = new WorkingSet<>();

        @Actor
        public void first() {
            set.upsert(new Revision<>(1, "a", 1, 0));
        }

        @Actor
        public void second() {
            set.upsert(new Revision<>(2, "b", 1, 0));
        }

        @Arbiter
        public void end(JJJ_Result r) {
            r.r1 = count(set.byId(1).isPresent()) + count(set.byId(2).isPresent());
            r.r2 = count(set.head("a").isPresent()) + count(set.head("b").isPresent());
            r.r3 = set.size();
        }
    }

    /** The maps are made for one thread, and both callers make their tables. */
    @JCStressTest
    @Outcome(id = "2, 2, 2", expect = ACCEPTABLE, desc = "both are there")
    @Outcome(id = ".*", expect = FORBIDDEN, desc = "one is lost, or not counted")
    @State
    public static class Twin {

        private final Map<Integer, String> byId = new HashMap<>();
        private final Map<String, Integer> heads = new HashMap<>();

        @Actor
        public void first() {
            byId.put(1, "a");
            heads.put("a", 1);
        }

        @Actor
        public void second() {
            byId.put(2, "b");
            heads.put("b", 2);
        }

        @Arbiter
        public void end(JJJ_Result r) {
            r.r1 = count(byId.containsKey(1)) + count(byId.containsKey(2));
            r.r2 = count(heads.containsKey("a")) + count(heads.containsKey("b"));
            r.r3 = byId.size();
        }
    }
}
