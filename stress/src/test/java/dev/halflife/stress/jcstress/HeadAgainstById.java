package dev.halflife.stress.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.halflife.impl.write.Revision;
import dev.halflife.impl.write.WorkingSet;
import dev.halflife.model.Contract;
import dev.halflife.model.write.workingset.WorkingSetOperation.Get;
import dev.halflife.model.write.workingset.WorkingSetOperation.Head;
import dev.halflife.model.write.workingset.WorkingSetOperation.Upsert;
import dev.halflife.model.write.workingset.WorkingSetReply.Found;
import dev.halflife.model.write.workingset.WorkingSetReply.Newest;
import dev.halflife.model.write.workingset.WorkingSetSpec;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Whoever sees a head finds it by its own id (C1). */
public final class HeadAgainstById {

    private HeadAgainstById() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                new WorkingSetSpec(Contract.strict()),
                List.of(),
                List.of(
                        List.of(new Upsert(0, new dev.halflife.model.write.workingset.Revision("v1", "entry", 1, 0))),
                        List.of(new Head(0, "entry"), new Get(0, "v1"))),
                List.of(),
                replies -> (((Newest) replies.get(1).get(0)).id() != null) + ", "
                        + ((Found) replies.get(1).get(1)).present());
    }

    /** As shipped: by its own id first, and only then as the head. */
    @JCStressTest
    @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "not there yet")
    @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "came in between")
    @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "there already")
    @State
    public static class Shipped {

        private final WorkingSet<String, Integer> set = new WorkingSet<>();

        @Actor
        public void writer() {
            set.upsert(new Revision<>(1, "entry", 1, 0));
        }

        @Actor
        public void reader(ZZ_Result r) {
            r.r1 = set.head("entry").isPresent();
            r.r2 = set.byId(1).isPresent();
        }
    }

    /** The other way around. */
    @JCStressTest
    @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "not there yet")
    @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "came in between")
    @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "there already")
    @Outcome(id = "true, false", expect = FORBIDDEN, desc = "a head that no id leads to")
    @State
    public static class Twin {

        private final ConcurrentMap<Integer, String> byId = new ConcurrentHashMap<>();
        private final ConcurrentMap<String, String> heads = new ConcurrentHashMap<>();

        @Actor
        public void writer() {
            heads.put("entry", "v1");
            byId.put(1, "v1");
        }

        @Actor
        public void reader(ZZ_Result r) {
            r.r1 = heads.containsKey("entry");
            r.r2 = byId.containsKey(1);
        }
    }
}
