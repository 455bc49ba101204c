package dev.halflife.reports.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * How fast something goes that counts its steps, once the compiler is done with it, as in all but the first seconds of a
 * campaign: rounds go by until for two seconds none was faster than those before, or ten seconds are over, as on a machine
 * that does other things too. Then the median of some more is taken.
 *
 * @param perSecond steps
 * @param bytesPerStep allocated by the measuring thread
 */
record Pace(double perSecond, long bytesPerStep) {

    private static final int ROUNDS = 5;
    private static final int STEADY_ROUNDS = 8;
    private static final long LONGEST_WARM_UP_NANOS = 10_000_000_000L;
    private static final long ROUND_NANOS = 250_000_000;
    private static final double FASTER = 1.02;
    private static final int SMALLEST = 6;
    private static final int LARGEST = 24;

    /** Measures {@code run}: it is told how much to do, as a power of 2 of whatever it likes, and says how many steps it did. */
    static Pace of(IntToLongFunction run) {
        int size = warmUp(run);
        double[] rates = new double[ROUNDS];
        long bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Round measured = Round.of(run, size);
            rates[round] = measured.perSecond();
            bytes = measured.bytes() / measured.steps();
        }
        Arrays.sort(rates);
        return new Pace(rates[ROUNDS / 2], bytes);
    }

    /** The size of a round that is long enough. */
    private static int warmUp(IntToLongFunction run) {
        int size = SMALLEST;
        double best = 0;
        int steady = 0;
        long warmedNanos = 0;
        while (steady < STEADY_ROUNDS && warmedNanos < LONGEST_WARM_UP_NANOS) {
            Round measured = Round.of(run, size);
            warmedNanos += measured.nanos();
            if (measured.nanos() < ROUND_NANOS && size < LARGEST) {
                size++;
                continue;
            }
            steady = measured.perSecond() > best * FASTER ? 0 : steady + 1;
            best = Math.max(best, measured.perSecond());
        }
        return size;
    }

    private record Round(long nanos, long steps, long bytes) {

        private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        static Round of(IntToLongFunction run, int size) {
            long bytes = THREADS.getCurrentThreadAllocatedBytes();
            long begin = System.nanoTime();
            long steps = run.applyAsLong(size);
            long nanos = System.nanoTime() - begin;
            return new Round(Math.max(1, nanos), Math.max(1, steps), THREADS.getCurrentThreadAllocatedBytes() - bytes);
        }

        double perSecond() {
            return steps * 1e9 / nanos;
        }
    }
}
