package dev.halflife.stress.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.halflife.impl.write.Partition;
import dev.halflife.impl.write.RunningStatistics;
import dev.halflife.impl.write.WritePathObserver;
import dev.halflife.model.Contract;
import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.model.write.statistics.StatisticsOperation.Due;
import dev.halflife.model.write.statistics.StatisticsOperation.Update;
import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.model.write.statistics.StatisticsSpec;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** A snapshot is due and two ask: one of them saves it (W6). */
public final class TwoClaims {

    private TwoClaims() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                new StatisticsSpec(new StatisticsConfig(1, false), Contract.strict()),
                List.of(new Update(0, "r/n/m/l", 1)),
                List.of(List.of(new Due(0)), List.of(new Due(0))),
                List.of(),
                replies -> claimed(replies.get(0).get(0)) + ", "
                        + claimed(replies.get(1).get(0)));
    }

    private static boolean claimed(StatisticsReply reply) {
        return ((StatisticsReply.Due) reply).claimed();
    }

    /** As shipped: one atomic update decides. */
    @JCStressTest
    @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "the first saves")
    @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "the second saves")
    @State
    public static class Shipped {

        private final RunningStatistics statistics = new RunningStatistics(1, WritePathObserver.NONE);

        public Shipped() {
            statistics.update(new Partition("r", "n", "m", "l"), 1);
        }

        @Actor
        public void first(ZZ_Result r) {
            r.r1 = statistics.claimSnapshot();
        }

        @Actor
        public void second(ZZ_Result r) {
            r.r2 = statistics.claimSnapshot();
        }
    }

    /** Reads, compares and resets. */
    @JCStressTest
    @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "the first saves")
    @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "the second saves")
    @Outcome(id = "true, true", expect = FORBIDDEN, desc = "both save")
    @State
    public static class Twin {

        private volatile long unclaimed = 1;

        @Actor
        public void first(ZZ_Result r) {
            r.r1 = claim();
        }

        @Actor
        public void second(ZZ_Result r) {
            r.r2 = claim();
        }

        private boolean claim() {
            boolean due = unclaimed >= 1;
            if (due) {
                unclaimed = 0;
            }
            return due;
        }
    }
}
