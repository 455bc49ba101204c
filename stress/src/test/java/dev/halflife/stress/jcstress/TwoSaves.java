package dev.halflife.stress.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.halflife.impl.write.DirectorySnapshotFiles;
import dev.halflife.impl.write.SnapshotFiles;
import dev.halflife.impl.write.SnapshotStore;
import dev.halflife.model.Contract;
import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.model.write.statistics.StatisticsOperation.Begin;
import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.model.write.statistics.StatisticsReply.Begun;
import dev.halflife.model.write.statistics.StatisticsSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Two want to save at once: one of them does (F7). */
public final class TwoSaves {

    private TwoSaves() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                new StatisticsSpec(new StatisticsConfig(1, false), Contract.strict()),
                List.of(),
                List.of(List.of(new Begin(0, 1)), List.of(new Begin(0, 2))),
                List.of(),
                replies -> begun(replies.get(0).get(0)) + ", "
                        + begun(replies.get(1).get(0)));
    }

    private static boolean begun(StatisticsReply reply) {
        return ((Begun) reply).accepted();
    }

    /** As shipped: a save begins by compare-and-set. */
    @JCStressTest
    @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "the first saves")
    @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "the second saves")
    @State
    public static class Shipped {

        private static final SnapshotFiles FILES = files();

        private final SnapshotStore store = new SnapshotStore(FILES);

        @Actor
        public void first(ZZ_Result r) {
            r.r1 = store.begin(Map.of()).isPresent();
        }

        @Actor
        public void second(ZZ_Result r) {
            r.r2 = store.begin(Map.of()).isPresent();
        }

        /** Nothing is written where a save only begins. */
        private static SnapshotFiles files() {
            try {
                return DirectorySnapshotFiles.in(Path.of("."));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Looks whether one is in progress, and then says that one is. */
    @JCStressTest
    @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "the first saves")
    @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "the second saves")
    @Outcome(id = "true, true", expect = FORBIDDEN, desc = "both save")
    @State
    public static class Twin {

        private volatile boolean saving;

        @Actor
        public void first(ZZ_Result r) {
            r.r1 = begin();
        }

        @Actor
        public void second(ZZ_Result r) {
            r.r2 = begin();
        }

        private boolean begin() {
            boolean begins = !saving;
            if (begins) {
                saving = true;
            }
            return begins;
        }
    }
}
