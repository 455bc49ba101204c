package dev.halflife.impl.write;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the same work in several threads that start together, and waits for all of them. */
final class Threads {

    private Threads() {}

    /** The work's results, in order of the threads' numbers. */
    static <R> List<R> run(int threads, Work<R> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Callable<R>> tasks = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                tasks.add(() -> {
                    start.await();
                    return work.of(number);
                });
            }
            List<R> results = new ArrayList<>();
            for (Future<R> done : pool.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    interface Work<R> {
        R of(int thread) throws Exception;
    }
}
