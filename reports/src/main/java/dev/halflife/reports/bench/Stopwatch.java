package dev.halflife.reports.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Measures contests. The two sides take turns in short rounds, so that whatever else the machine does falls on both, and
 * each round gives a ratio; what is told is the median of the rounds and their range.
 */
final class Stopwatch {

    private static final int WARM_UP_ROUNDS = 6;
    private static final int ROUNDS = 15;
    private static final long ROUND_NANOS = 25_000_000;

    /** Longer with several threads: one that is woken may need milliseconds to get a processor of its own. */
    private static final long SHARED_ROUND_NANOS = 100_000_000;

    private static final int MOST_TIMES = 1 << 24;

    /**
     * What a contest came to.
     *
     * @param publishedNanos of one operation, the median of the rounds; with several threads all of them together
     * @param referenceNanos the same
     * @param ratio how many times faster the reference was, the median of the rounds
     * @param lowest the lowest ratio of a round
     * @param highest the highest
     * @param referenceBytes allocated by the reference per operation; 0 for less than half a byte
     */
    record Measured(
            double publishedNanos,
            double referenceNanos,
            double ratio,
            double lowest,
            double highest,
            long referenceBytes) {}

    private Stopwatch() {}

    static Measured measure(Contest contest) {
        ExecutorService threads = Executors.newFixedThreadPool(contest.threads());
        try {
            Work published = contest.published().get();
            Work reference = contest.reference().get();
            int publishedTimes = warmUp(threads, published, contest.threads());
            int referenceTimes = warmUp(threads, reference, contest.threads());
            double[] publishedNanos = new double[ROUNDS];
            double[] referenceNanos = new double[ROUNDS];
            double[] ratios = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                publishedNanos[round] = nanos(threads, published, contest.threads(), publishedTimes);
                referenceNanos[round] = nanos(threads, reference, contest.threads(), referenceTimes);
                ratios[round] = publishedNanos[round] / referenceNanos[round];
            }
            Arrays.sort(ratios);
            return new Measured(
                    median(publishedNanos),
                    median(referenceNanos),
                    ratios[ROUNDS / 2],
                    ratios[0],
                    ratios[ROUNDS - 1],
                    bytes(reference, referenceTimes));
        } finally {
            threads.shutdownNow();
        }
    }

    /** Lets the compiler do its work, and finds how often fits into a round. */
    private static int warmUp(ExecutorService threads, Work work, int count) {
        long wantedNanos = count == 1 ? ROUND_NANOS : SHARED_ROUND_NANOS;
        int times = 1;
        for (int round = 0; round < WARM_UP_ROUNDS; ) {
            double roundNanos = nanos(threads, work, count, times) * times * count;
            if (roundNanos < wantedNanos && times < MOST_TIMES) {
                double factor = Math.min(8, Math.max(1.2, wantedNanos / Math.max(1, roundNanos)));
                times = (int) Math.min(MOST_TIMES, Math.ceil(times * factor));
            } else {
                round++;
            }
        }
        return times;
    }

    /**
     * Of one operation: the time from the moment all threads were ready to the end of the last one, by all they have done. So a
     * thread that has to wait for a processor counts, and two that take turns instead of meeting gain nothing.
     */
    private static double nanos(ExecutorService threads, Work work, int count, int times) {
        if (count == 1) {
            return (double) work.run(0, times) / times;
        }
        long[] beginNanos = {0};
        CyclicBarrier start = new CyclicBarrier(count, () -> beginNanos[0] = System.nanoTime());
        var ends = IntStream.range(0, count)
                .mapToObj(thread -> threads.submit((Callable<Long>) () -> {
                    start.await();
                    work.run(thread, times);
                    return System.nanoTime();
                }))
                .toList();
        long nanos = 0;
        for (Future<Long> endNanos : ends) {
            try {
                nanos = Math.max(nanos, endNanos.get() - beginNanos[0]);
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException("a measured operation failed", e);
            }
        }
        return (double) nanos / times / count;
    }

    private static long bytes(Work work, int times) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run(0, times);
        return Math.round((double) (threads.getCurrentThreadAllocatedBytes() - before) / times);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
