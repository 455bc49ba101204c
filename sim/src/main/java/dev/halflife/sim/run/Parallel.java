package dev.halflife.sim.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Independent tasks on some threads, their results taken in order: what comes out does not depend on how many threads. */
public final class Parallel {

    /** How many results may wait for an earlier one, per thread. */
    private static final int AHEAD = 8;

    private Parallel() {}

    /**
     * One of the tasks.
     *
     * @param <T> what it comes to
     */
    @FunctionalInterface
    public interface Task<T> {
        /** Runs it; where it is long it asks {@code stop}, and returns what it has by then. */
        T run(long index, Stop stop);
    }

    /**
     * Runs tasks 0, 1, 2, … until there are {@code tasks} of them, {@code stop} says so, or a result is the last to be
     * taken. None runs any more when this returns.
     *
     * @param jobs how many threads; at least 1
     * @param stop asked before each task is handed out, and by tasks
     * @param take called on this thread with each result, in the order of the tasks; whether to go on. What was handed out
     *     before {@code stop} is taken still, but nothing after the last
     */
    public static <T> void inOrder(long tasks, int jobs, Stop stop, Task<T> task, Predicate<T> take) {
        if (jobs == 1) {
            boolean goesOn = true;
            for (long i = 0; goesOn && i < tasks && !stop.requested(); i++) {
                goesOn = take.test(task.run(i, stop));
            }
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(jobs, work -> {
            Thread thread = new Thread(work, "halflife");
            thread.setDaemon(true);
            return thread;
        });
        Over over = new Over(stop);
        try {
            Deque<Future<T>> waiting = new ArrayDeque<>();
            boolean goesOn = true;
            for (long next = 0; goesOn && next < tasks && !stop.requested(); next++) {
                long index = next;
                waiting.add(threads.submit(() -> task.run(index, over)));
                if (waiting.size() >= AHEAD * jobs) {
                    goesOn = take.test(result(waiting.remove()));
                }
            }
            while (goesOn && !waiting.isEmpty()) {
                goesOn = take.test(result(waiting.remove()));
            }
            over.last = true;
            waiting.forEach(future -> future.cancel(false));
        } finally {
            over.last = true;
            threads.shutdown();
            end(threads);
        }
    }

    /** For tasks, the last result to be taken is a reason to stop too. */
    private static final class Over implements Stop {
        private final Stop stop;
        private volatile boolean last;

        Over(Stop stop) {
            this.stop = stop;
        }

        @Override
        public boolean requested() {
            return last || stop.requested();
        }
    }

    private static void end(ExecutorService threads) {
        try {
            while (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                // A task asks whether to stop; one that does not is waited for.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a task", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a task failed", e.getCause());
        }
    }

    /** Whether to stop early: the time is up, or a person said so. Asked often, from any thread. */
    @FunctionalInterface
    public interface Stop {
        /** Never stops. */
        Stop NEVER = () -> false;

        boolean requested();

        /** Stops where either does. */
        default Stop or(Stop other) {
            return () -> requested() || other.requested();
        }
    }
}
