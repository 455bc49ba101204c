package dev.halflife.stress.jcstress;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Threads that will not end are found out, and those that will are waited for. */
class EndingTest {

    @Test
    void threadsThatEndAreWaitedFor() throws InterruptedException {
        Thread thread = new Thread(() -> {});
        thread.start();
        Ending.await(List.of(thread));
    }

    @Test
    @Tag("long")
    void threadsThatNobodyWakesAreFoundOut() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        assertThatThrownBy(() -> Ending.await(List.of(thread)))
                .isInstanceOf(Sampler.Stuck.class)
                .hasMessageContaining("no thread is left that could wake the others");
        never.countDown();
        thread.join();
    }
}
