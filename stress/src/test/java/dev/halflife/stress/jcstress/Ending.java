package dev.halflife.stress.jcstress;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * Waits for threads to end, or finds that they will not. No clock decides, since on a busy machine nothing takes as long as
 * it should: a thread has gone astray once it has used the processor for very long, or nobody is left who could wake it.
 */
final class Ending {

    private static final long MOST_NANOS = 20_000_000_000L;
    private static final int POLLS = 10;
    private static final int POLL_MILLIS = 1_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Ending() {}

    static void await(List<? extends Thread> threads) throws InterruptedException {
        long usedNanos = usedNanos(threads);
        int asleep = 0;
        for (Thread thread : threads) {
            thread.join(POLL_MILLIS);
            while (thread.isAlive()) {
                if (usedNanos(threads) - usedNanos > MOST_NANOS) {
                    throw new Sampler.Stuck("a thread does not end, and uses the processor: " + told(threads));
                }
                asleep = threads.stream().anyMatch(Ending::runs) ? 0 : asleep + 1;
                if (asleep == POLLS) {
                    throw new Sampler.Stuck("no thread is left that could wake the others: " + told(threads));
                }
                thread.join(POLL_MILLIS);
            }
        }
    }

    /** The processor's time that this thread has had; 0 once it has ended. */
    static long usedNanos(Thread thread) {
        return Math.max(0, THREADS.getThreadCpuTime(thread.getId()));
    }

    private static long usedNanos(List<? extends Thread> threads) {
        return threads.stream().mapToLong(Ending::usedNanos).max().orElse(0);
    }

    private static boolean runs(Thread thread) {
        return thread.getState() == Thread.State.RUNNABLE;
    }

    private static String told(List<? extends Thread> threads) {
        StringBuilder told = new StringBuilder();
        for (Thread thread : threads) {
            told.append(thread.getName()).append(' ').append(thread.getState());
            for (StackTraceElement frame : thread.getStackTrace()) {
                told.append("\n    at ").append(frame);
            }
            told.append('\n');
        }
        return told.toString();
    }
}
