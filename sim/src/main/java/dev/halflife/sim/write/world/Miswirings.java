package dev.halflife.sim.write.world;

import static dev.halflife.sim.write.world.PathRule.X1;
import static dev.halflife.sim.write.world.PathRule.X2;
import static dev.halflife.sim.write.world.PathRule.X3;
import static dev.halflife.sim.write.world.PathRule.X4;
import static dev.halflife.sim.write.world.PathRule.X5;
import static dev.halflife.sim.write.world.PathRule.X6;
import static dev.halflife.sim.write.world.PathRule.X7;

import dev.halflife.model.write.cursor.CursorOperation;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.sim.defect.Defect;
import java.util.List;
import java.util.Objects;

/** Correct parts wired wrongly in one place each (X1 to X7). */
final class Miswirings {

    static final List<Defect<PathConfig, PathOperation, PathReply>> ALL = List.of(
            PathDefect.wired(
                    "failed-flush-dropped",
                    X1,
                    "a flush that the store refused is dropped",
                    (probe, config, running, state) -> new PathRuntime(config, running, state) {
                        @Override
                        public PathReply failed(PathOperation.Failed failed) {
                            probe.reached();
                            flushes.remove(failed.flush());
                            return seen();
                        }
                    }),
            PathDefect.wired(
                    "close-without-a-drain",
                    X1,
                    "a close leaves the credits that are pending to nobody",
                    (probe, config, running, state) -> new PathRuntime(config, running, state) {
                        private boolean closing;

                        @Override
                        void close(long atNanos) {
                            closing = true;
                            super.close(atNanos);
                            closing = false;
                        }

                        @Override
                        void drain(long atNanos) {
                            probe.reached(closing);
                            if (!closing) {
                                super.drain(atNanos);
                            }
                        }
                    }),
            PathDefect.wired(
                    "failed-flush-stored",
                    X2,
                    "a flush comes back though the store has taken it",
                    (probe, config, running, state) -> new PathRuntime(config, running, state) {
                        @Override
                        public PathReply failed(PathOperation.Failed failed) {
                            probe.reached();
                            tell(new StoreWrite.Credited(Objects.requireNonNull(flushes.get(failed.flush()))
                                    .credits()));
                            return super.failed(failed);
                        }
                    }),
            PathDefect.wired(
                    "flush-stored-twice",
                    X2,
                    "a flush is stored when it is sent and again when that is answered",
                    (probe, config, running, state) -> new PathRuntime(config, running, state) {
                        @Override
                        void credit(long flush) {
                            probe.reached();
                            tell(new StoreWrite.Credited(
                                    Objects.requireNonNull(flushes.get(flush)).credits()));
                            super.credit(flush);
                        }
                    }),
            PathDefect.wired(
                    "due-snapshot-not-saved",
                    X3,
                    "a snapshot is claimed and never written",
                    (probe, config, running, state) -> new PathRuntime(config, running, state) {
                        @Override
                        int begin(long atNanos) {
                            probe.reached();
                            call(Parts.STATISTICS, new StatisticsOperation.Due(atNanos));
                            return 1;
                        }
                    }),
            PathDefect.wired(
                    "one-breaker-for-all",
                    X4,
                    "all partitions share a breaker",
                    (probe, config, running, state) -> new PathRuntime(config, running, state) {
                        @Override
                        boolean isAllowed(long atNanos, String partition) {
                            probe.reached(!partition.equals(PathNames.PARTITIONS.get(0)));
                            return super.isAllowed(atNanos, PathNames.PARTITIONS.get(0));
                        }

                        @Override
                        void report(long atNanos, String partition, boolean success) {
                            super.report(atNanos, PathNames.PARTITIONS.get(0), success);
                        }
                    }),
            PathDefect.wired(
                    "failures-not-reported",
                    X4,
                    "the breaker hears of successes only",
                    (probe, config, running, state) -> new PathRuntime(config, running, state) {
                        @Override
                        void report(long atNanos, String partition, boolean success) {
                            probe.reached(!success);
                            if (success) {
                                super.report(atNanos, partition, true);
                            }
                        }
                    }),
            PathDefect.wired(
                    "writes-not-weighed",
                    X5,
                    "the tracker hears of no write",
                    (probe, config, running, state) -> new PathRuntime(config, running, state) {
                        @Override
                        void accumulate(long atNanos, String namespace, float score) {
                            probe.reached();
                        }
                    }),
            PathDefect.wired(
                    "queue-lost-in-a-restart",
                    X6,
                    "what waits in the store is not queued by a new process",
                    (probe, config, running, state) -> new PathRuntime(config, running, state) {
                        private boolean loading;

                        @Override
                        void load(long atNanos) {
                            loading = true;
                            super.load(atNanos);
                            loading = false;
                        }

                        @Override
                        void queue(long atNanos, String id) {
                            probe.reached(loading);
                            if (!loading) {
                                super.queue(atNanos, id);
                            }
                        }
                    }),
            PathDefect.wired(
                    "failed-retry-dropped",
                    X6,
                    "what failed again is not given back to the queue",
                    (probe, config, running, state) -> new PathRuntime(config, running, state) {
                        @Override
                        void requeue(long atNanos, List<dev.halflife.model.write.queue.Item> items) {
                            probe.reached();
                        }
                    }),
            PathDefect.wired(
                    "cursor-stored-where-it-did-not-move",
                    X7,
                    "the cursor that the store is told is the one that was asked for",
                    (probe, config, running, state) -> new PathRuntime(config, running, state) {
                        @Override
                        void advance(long atNanos, long millis) {
                            List<StoreWrite> before = List.copyOf(writes);
                            super.advance(atNanos, millis);
                            if (writes.equals(before)) {
                                probe.reached();
                                tell(new StoreWrite.CursorAt(millis));
                            }
                        }
                    }),
            PathDefect.wired(
                    "arrivals-begin-anew",
                    X7,
                    "a new process loads the cursor, and arrivals begin anew",
                    (probe, config, running, state) -> new PathRuntime(config, running, state) {
                        @Override
                        void load(long atNanos) {
                            probe.reached();
                            call(Parts.CURSOR, new CursorOperation.Advance(atNanos, 0));
                        }
                    }));

    private Miswirings() {}
}
