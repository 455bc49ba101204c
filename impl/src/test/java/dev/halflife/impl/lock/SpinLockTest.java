package dev.halflife.impl.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SpinLockTest {

    private static final int THREADS = 4;
    private static final int TURNS = 200_000;

    private static final class Counter extends SpinLock {

        private long count;

        void increment() {
            lock();
            try {
                count++;
            } finally {
                unlock();
            }
        }
    }

    @Test
    void oneAtATimeHasTheLock() throws InterruptedException {
        Counter counter = new Counter();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> {
                for (int turn = 0; turn < TURNS; turn++) {
                    counter.increment();
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(counter.count).isEqualTo((long) THREADS * TURNS);
    }

    @Test
    void whoeverFindsItTakenForLongSleepsAndGetsItInTheEnd() throws InterruptedException {
        Counter counter = new Counter();
        CountDownLatch waiting = new CountDownLatch(1);
        counter.lock();
        Thread waiter = new Thread(() -> {
            waiting.countDown();
            counter.increment();
        });
        waiter.start();
        waiting.await();
        while (waiter.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(counter.count).isZero();
        counter.unlock();
        waiter.join();
        assertThat(counter.count).isEqualTo(1);
    }

    @Test
    void whoeverIsInterruptedWaitsAllTheSameAndStaysInterrupted() throws InterruptedException {
        Counter counter = new Counter();
        boolean[] interrupted = {false};
        counter.lock();
        Thread waiter = new Thread(() -> {
            counter.increment();
            interrupted[0] = Thread.currentThread().isInterrupted();
        });
        waiter.start();
        waiter.interrupt();
        assertThat(waiter.isAlive()).isTrue();
        counter.unlock();
        waiter.join();
        assertThat(counter.count).isEqualTo(1);
        assertThat(interrupted[0]).isTrue();
    }
}
