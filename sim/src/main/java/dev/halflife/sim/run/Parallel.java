package dev.halflife.sim.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** Independent tasks on some threads, their results taken in order: what comes out does not depend on how many threads. */
public final class Parallel {

    /** How many results may wait for an earlier one, per thread. */
    private static final int AHEAD = 8;

    private Parallel() {}

    /**
     * Runs tasks 0, 1, 2, … until there are {@code tasks} of them or {@code stop} says so.
     *
     * @param jobs how many threads; at least 1
     * @param stop asked before each task is handed out
     * @param take called on this thread with each result, in the order of the tasks
     */
    public static <T> void inOrder(long tasks, int jobs, Stop stop, LongFunction<T> task, Consumer<T> take) {
        if (jobs == 1) {
            for (long i = 0; i < tasks && !stop.requested(); i++) {
                take.accept(task.apply(i));
            }
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(jobs, work -> {
            Thread thread = new Thread(work, "halflife");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Deque<Future<T>> waiting = new ArrayDeque<>();
            for (long next = 0; next < tasks && !stop.requested(); next++) {
                long index = next;
                waiting.add(threads.submit(() -> task.apply(index)));
                if (waiting.size() >= AHEAD * jobs) {
                    take.accept(result(waiting.remove()));
                }
            }
            while (!waiting.isEmpty()) {
                take.accept(result(waiting.remove()));
            }
        } finally {
            threads.shutdownNow();
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

    /** Whether to stop early: the time is up, or a person said so. Asked from one thread. */
    @FunctionalInterface
    public interface Stop {
        /** Never stops. */
        Stop NEVER = () -> false;

        boolean requested();
    }
}
