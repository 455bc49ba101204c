package dev.halflife.impl.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Steps on their way. */
final class HandOverTest {

    @Test
    void whatIsOfferedFirstIsPolledFirstAndWhatHasNoRoomIsRefused() {
        HandOver handOver = new HandOver(2);
        Step first = out -> {};
        Step second = out -> {};
        assertThat(handOver.offer(first)).isTrue();
        assertThat(handOver.offer(second)).isTrue();
        assertThat(handOver.offer(out -> {})).isFalse();
        assertThat(handOver.poll()).isSameAs(first);
        assertThat(handOver.offer(out -> {})).isTrue();
        assertThat(handOver.poll()).isSameAs(second);
    }

    @Test
    void manyThreadsLoseNothingThatWasTakenAndNeverHoldMoreThanTheCapacity() throws InterruptedException {
        int capacity = 16;
        HandOver handOver = new HandOver(capacity);
        AtomicInteger taken = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(() -> {
                for (int j = 0; j < 20_000; j++) {
                    if (handOver.offer(out -> {})) {
                        taken.incrementAndGet();
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        int polled = 0;
        while (threads.stream().anyMatch(Thread::isAlive)) {
            polled += handOver.poll() == null ? 0 : 1;
        }
        int left = 0;
        while (handOver.poll() != null) {
            left++;
        }
        assertThat(left).isLessThanOrEqualTo(capacity);
        assertThat(polled + left).isEqualTo(taken.get());
    }
}
