package dev.halflife.reports.cli;

import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.shrink.Shrinking;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How the time of a command is shared: each component gets an equal part of what those before it have left. Of its part up
 * to a quarter is kept for shrinking from when a rule is broken.
 */
final class Allotment {

    /** What is broken at the last moment gets so long to be made smaller all the same. */
    private static final long GRACE_NANOS = 500_000_000;

    private static final int KEPT = 4;

    private final LongSupplier nanos;
    private final Parallel.Stop interrupted;
    private final @Nullable Duration span;
    private final long shrinkNanos;
    private final long begin;
    private int left;

    /**
     * The time from now on.
     *
     * @param span all of it; null for as long as it takes
     * @param shrinkNanos how long shrinking may take at most, for each engine
     * @param components how many share it
     */
    Allotment(Surroundings surroundings, @Nullable Duration span, long shrinkNanos, int components) {
        this.nanos = surroundings.nanos();
        this.interrupted = surroundings.stop();
        this.span = span;
        this.shrinkNanos = shrinkNanos;
        this.begin = nanos.getAsLong();
        this.left = components;
    }

    /** Whether all of it is over. */
    Parallel.Stop end() {
        Duration all = span;
        return all == null ? interrupted : interrupted.or(() -> nanos.getAsLong() - begin >= all.toNanos());
    }

    /** The next component's part. */
    Part next() {
        Duration all = span;
        long now = nanos.getAsLong();
        return new Part(now, all == null ? Long.MAX_VALUE : Math.max(0, all.toNanos() - (now - begin)) / left--);
    }

    /** One component's part. */
    final class Part {
        private final long from;
        private final long most;
        private volatile boolean broken;

        private Part(long from, long most) {
            this.from = from;
            this.most = most;
        }

        /** Whether engines are to stop. */
        Parallel.Stop stop() {
            return span == null ? interrupted : interrupted.or(() -> nanos.getAsLong() - from >= most - kept());
        }

        private long kept() {
            return broken ? Math.min(shrinkNanos, most / KEPT) : 0;
        }

        Shrinking shrinking() {
            return new Shrinking(
                    nanos,
                    () -> span == null
                            ? shrinkNanos
                            : Math.min(shrinkNanos, Math.max(GRACE_NANOS, most - (nanos.getAsLong() - from))),
                    interrupted);
        }

        /** What tells {@code of} how much of the time is gone, where that is what is bounded. */
        Progress progress(Progress of) {
            return new Progress() {
                @Override
                public void advanced(long done, long total) {
                    if (span == null) {
                        of.advanced(done, total);
                    } else {
                        of.advanced(nanos.getAsLong() - from, most);
                    }
                }

                @Override
                public void broken() {
                    broken = true;
                }

                @Override
                public Progress next(String what) {
                    return of.next(what);
                }
            };
        }
    }
}
