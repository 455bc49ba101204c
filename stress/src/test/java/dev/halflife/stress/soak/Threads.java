package dev.halflife.stress.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Threads that begin together, as nearly as spinning makes them, again and again. */
final class Threads implements AutoCloseable {

    private final int count;
    private final ExecutorService pool;

    Threads(int count) {
        this.count = count;
        this.pool = Executors.newFixedThreadPool(count);
    }

    int count() {
        return count;
    }

    /** What each thread comes to, by its number; fails as the first that fails. */
    @SuppressWarnings("ThreadPriorityCheck") // there may be fewer cores than threads
    <T> List<T> run(IntFunction<T> work) throws InterruptedException, ExecutionException {
        AtomicInteger absent = new AtomicInteger(count);
        List<Future<T>> running = new ArrayList<>();
        for (int thread = 0; thread < count; thread++) {
            int number = thread;
            running.add(pool.submit(() -> {
                absent.decrementAndGet();
                while (absent.get() > 0) {
                    Thread.yield();
                }
                return work.apply(number);
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> each : running) {
            results.add(each.get());
        }
        return results;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
