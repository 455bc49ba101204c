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
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Two samples, of two partitions at once, make a snapshot due that takes two (W6). */
public final class TwoSamples {

    private TwoSamples() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                new StatisticsSpec(new StatisticsConfig(2, false), Contract.strict()),
                List.of(),
                List.of(List.of(new Update(0, "r/n/m/a", 1)), List.of(new Update(0, "r/n/m/b", 1))),
                List.of(new Due(0)),
                replies -> String.valueOf(((StatisticsReply.Due) replies.get(2).get(0)).claimed()));
    }

    /** As shipped: counted by one atomic addition. */
    @JCStressTest
    @Outcome(id = "true", expect = ACCEPTABLE, desc = "both were counted")
    @State
    public static class Shipped {

        private static final Partition A = new Partition("r", "n", "m", "a");
        private static final Partition B = new Partition("r", "n", "m", "b");

        private final RunningStatistics statistics = new RunningStatistics(2, WritePathObserver.NONE);

        @Actor
        public void first() {
            statistics.update(A, 1);
        }

        @Actor
        public void second() {
            statistics.update(B, 1);
        }

        @Arbiter
        public void end(Z_Result r) {
            r.r1 = statistics.claimSnapshot();
        }
    }

    /** Reads, adds and writes, each access volatile. */
    @JCStressTest
    @Outcome(id = "true", expect = ACCEPTABLE, desc = "both were counted")
    @Outcome(id = "false", expect = FORBIDDEN, desc = "one was not counted")
    @State
    public static class Twin {

        private volatile long unclaimed;

        @Actor
        public void first() {
            count();
        }

        @Actor
        public void second() {
            count();
        }

        @Arbiter
        public void end(Z_Result r) {
            r.r1 = unclaimed >= 2;
        }

        private void count() {
            long seen = unclaimed;
            unclaimed = seen + 1;
        }
    }
}
