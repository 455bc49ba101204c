package dev.halflife.sim.write.world;

import dev.halflife.model.write.cursor.CursorOperation;
import dev.halflife.model.write.queue.Item;
import dev.halflife.model.write.statistics.StatisticsOperation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Write paths wired wrongly in one place each, with the rule that each breaks. */
final class MiswiredPaths {

    private MiswiredPaths() {}

    static Stream<Arguments> all() {
        return Stream.of(
                wrong("a failed flush is dropped", "X1", DropsFailedFlush::new),
                wrong("a failed flush comes back though it was stored", "X2", StoresFailedFlush::new),
                wrong("a flush is stored twice", "X2", StoresTwice::new),
                wrong("a close does not drain", "X1", ClosesWithoutDraining::new),
                wrong("a snapshot that is due is not saved", "X3", SavesNothing::new),
                wrong("all partitions share a breaker", "X4", SharesBreaker::new),
                wrong("failures are not reported to the breaker", "X4", HidesFailures::new),
                wrong("the tracker hears of no write", "X5", WeighsNothing::new),
                wrong("the queue is forgotten by a restart", "X6", ForgetsQueue::new),
                wrong("what failed again is not given back", "X6", DropsRetries::new),
                wrong("the cursor is stored where it did not move", "X7", StoresAnyCursor::new),
                wrong("arrivals begin anew after a restart", "X7", ForgetsArrivals::new));
    }

    private static Arguments wrong(String what, String rule, PathSubject.Wiring wiring) {
        return Arguments.of(what, rule, wiring);
    }

    private static final class DropsFailedFlush extends PathRuntime {
        DropsFailedFlush(PathConfig config, Running running, PathState state) {
            super(config, running, state);
        }

        @Override
        public PathReply failed(PathOperation.Failed failed) {
            flushes.remove(failed.flush());
            return seen();
        }
    }

    private static final class StoresFailedFlush extends PathRuntime {
        StoresFailedFlush(PathConfig config, Running running, PathState state) {
            super(config, running, state);
        }

        @Override
        public PathReply failed(PathOperation.Failed failed) {
            tell(new StoreWrite.Credited(
                    Objects.requireNonNull(flushes.get(failed.flush())).credits()));
            return super.failed(failed);
        }
    }

    private static final class StoresTwice extends PathRuntime {
        StoresTwice(PathConfig config, Running running, PathState state) {
            super(config, running, state);
        }

        @Override
        void credit(long flush) {
            tell(new StoreWrite.Credited(
                    Objects.requireNonNull(flushes.get(flush)).credits()));
            super.credit(flush);
        }
    }

    private static final class ClosesWithoutDraining extends PathRuntime {
        private boolean closing;

        ClosesWithoutDraining(PathConfig config, Running running, PathState state) {
            super(config, running, state);
        }

        @Override
        void close(long atNanos) {
            closing = true;
            super.close(atNanos);
            closing = false;
        }

        @Override
        void drain(long atNanos) {
            if (!closing) {
                super.drain(atNanos);
            }
        }
    }

    private static final class SavesNothing extends PathRuntime {
        SavesNothing(PathConfig config, Running running, PathState state) {
            super(config, running, state);
        }

        @Override
        int begin(long atNanos) {
            call(Parts.STATISTICS, new StatisticsOperation.Due(atNanos));
            return 1;
        }
    }

    private static final class SharesBreaker extends PathRuntime {
        SharesBreaker(PathConfig config, Running running, PathState state) {
            super(config, running, state);
        }

        @Override
        boolean isAllowed(long atNanos, String partition) {
            return super.isAllowed(atNanos, "r/n1/m1/l");
        }

        @Override
        void report(long atNanos, String partition, boolean success) {
            super.report(atNanos, "r/n1/m1/l", success);
        }
    }

    private static final class HidesFailures extends PathRuntime {
        HidesFailures(PathConfig config, Running running, PathState state) {
            super(config, running, state);
        }

        @Override
        void report(long atNanos, String partition, boolean success) {
            if (success) {
                super.report(atNanos, partition, true);
            }
        }
    }

    private static final class WeighsNothing extends PathRuntime {
        WeighsNothing(PathConfig config, Running running, PathState state) {
            super(config, running, state);
        }

        @Override
        void accumulate(long atNanos, String namespace, float score) {}
    }

    private static final class ForgetsQueue extends PathRuntime {
        private boolean loading;

        ForgetsQueue(PathConfig config, Running running, PathState state) {
            super(config, running, state);
        }

        @Override
        void load(long atNanos) {
            loading = true;
            super.load(atNanos);
            loading = false;
        }

        @Override
        void queue(long atNanos, String id) {
            if (!loading) {
                super.queue(atNanos, id);
            }
        }
    }

    private static final class DropsRetries extends PathRuntime {
        DropsRetries(PathConfig config, Running running, PathState state) {
            super(config, running, state);
        }

        @Override
        void requeue(long atNanos, List<Item> items) {}
    }

    private static final class StoresAnyCursor extends PathRuntime {
        StoresAnyCursor(PathConfig config, Running running, PathState state) {
            super(config, running, state);
        }

        @Override
        void advance(long atNanos, long millis) {
            call(Parts.CURSOR, new CursorOperation.Advance(atNanos, millis));
            tell(new StoreWrite.CursorAt(millis));
        }
    }

    private static final class ForgetsArrivals extends PathRuntime {
        ForgetsArrivals(PathConfig config, Running running, PathState state) {
            super(config, running, state);
        }

        @Override
        void load(long atNanos) {
            call(Parts.CURSOR, new CursorOperation.Advance(atNanos, 0));
        }
    }
}
