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
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/** Whoever keeps asking whether a snapshot is due learns that enough samples have come (W6). */
public final class WaitingForAClaim {

    private WaitingForAClaim() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                new StatisticsSpec(new StatisticsConfig(1, false), Contract.strict()),
                List.of(),
                List.of(List.of(new Update(0, "r/n/m/l", 1))),
                List.of(new Due(0)),
                replies -> ((StatisticsReply.Due) replies.get(1).get(0)).claimed() ? "TERMINATED" : "STALE");
    }

    /** As shipped: read anew each time. */
    @JCStressTest(Mode.Termination)
    @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "seen at last")
    @State
    public static class Shipped {

        private final RunningStatistics statistics = new RunningStatistics(1, WritePathObserver.NONE);

        @Actor
        public void waiting() {
            while (!statistics.claimSnapshot()) {}
        }

        @Signal
        public void updating() {
            statistics.update(new Partition("r", "n", "m", "l"), 1);
        }
    }

    /** A plain read, which the compiler takes out of the loop. */
    @JCStressTest(Mode.Termination)
    @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "seen at last")
    @Outcome(id = "STALE", expect = FORBIDDEN, desc = "never seen")
    @State
    public static class Twin {

        private long unclaimed;

        @Actor
        public void waiting() {
            while (unclaimed < 1) {}
        }

        @Signal
        public void updating() {
            unclaimed++;
        }
    }
}
