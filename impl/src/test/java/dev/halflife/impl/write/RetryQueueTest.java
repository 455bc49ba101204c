package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RetryQueueTest {

    @Test
    void q1_enqueueingAtCapacityDropsTheOldestAndSaysSo() {
        RetryQueue<String> queue = new RetryQueue<>(2);
        assertThat(queue.enqueue("a")).isEmpty();
        assertThat(queue.enqueue("b")).isEmpty();
        assertThat(queue.enqueue("c")).contains(new Item<>("a", 0));
        assertThat(queue.drain()).containsExactly(new Item<>("b", 0), new Item<>("c", 0));
    }

    @Test
    void q1_theCapacityIs10000UnlessToldOtherwise() {
        RetryQueue<Integer> queue = new RetryQueue<>();
        for (int i = 0; i < 10_000; i++) {
            assertThat(queue.enqueue(i)).isEmpty();
        }
        assertThat(queue.enqueue(10_000)).contains(new Item<>(0, 0));
        assertThat(queue.size()).isEqualTo(10_000);
    }

    @Test
    void q2_drainTakesEverythingOnce() {
        RetryQueue<String> queue = new RetryQueue<>(2);
        queue.enqueue("a");
        assertThat(queue.drain()).containsExactly(new Item<>("a", 0));
        assertThat(queue.drain()).isEmpty();
        assertThat(queue.size()).isZero();
    }

    @Test
    void q2_requeueCountsAnAttemptAndDropsTheWornOut() {
        RetryQueue<String> queue = new RetryQueue<>(9);
        queue.enqueue("new");
        List<Item<String>> dropped = queue.requeue(List.of(new Item<>("a", 1), new Item<>("b", 2)), 3);
        assertThat(dropped).containsExactly(new Item<>("b", 3));
        assertThat(queue.drain()).containsExactly(new Item<>("new", 0), new Item<>("a", 2));
    }

    @Test
    void q2_noItemSurvivesAMaximumOfOne() {
        RetryQueue<String> queue = new RetryQueue<>(9);
        assertThat(queue.requeue(List.of(new Item<>("a", 0)), 1)).containsExactly(new Item<>("a", 1));
        assertThat(queue.requeue(List.of(new Item<>("a", 0)), -1)).containsExactly(new Item<>("a", 1));
        assertThat(queue.size()).isZero();
    }

    @Test
    void q2_attemptsNeverWrapAround() {
        RetryQueue<String> queue = new RetryQueue<>(9);
        Item<String> item = new Item<>("a", Integer.MAX_VALUE);
        assertThat(queue.requeue(List.of(item), Integer.MAX_VALUE)).containsExactly(item);
    }

    @Test
    void f11_requeueingPastTheCapacityDropsTheOldestAndSaysSo() {
        RetryQueue<String> queue = new RetryQueue<>(2);
        List<Item<String>> failed = List.of(new Item<>("a", 0), new Item<>("b", 8), new Item<>("c", 0));
        queue.enqueue("x");
        queue.enqueue("y");
        assertThat(queue.requeue(failed, 9))
                .containsExactly(new Item<>("x", 0), new Item<>("b", 9), new Item<>("y", 0));
        assertThat(queue.drain()).containsExactly(new Item<>("a", 1), new Item<>("c", 1));
    }

    @Test
    void aCapacityOfNothingIsRefused() {
        assertThatThrownBy(() -> new RetryQueue<String>(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("capacity must be within [1, 2147483647]: 0");
    }

    @Test
    void f11_noItemIsLostOrDoubledAndTheBoundHoldsWhateverTheThreads() throws Exception {
        RetryQueue<Integer> queue = new RetryQueue<>(16);
        AtomicLong out = new AtomicLong();
        AtomicInteger largest = new AtomicInteger();
        Together.run(4, thread -> {
            for (int i = 0; i < 2_000; i++) {
                out.addAndGet(queue.enqueue(i).map(Item::value).orElse(0));
                largest.accumulateAndGet(queue.size(), Math::max);
                if (i % 8 == 0) {
                    out.addAndGet(sum(queue.requeue(queue.drain(), 3)));
                    largest.accumulateAndGet(queue.size(), Math::max);
                }
            }
        });
        assertThat(largest.get()).isBetween(1, 16);
        assertThat(out.get() + sum(queue.drain())).isEqualTo(4L * 2_000 * 1_999 / 2);
    }

    private static long sum(List<Item<Integer>> items) {
        return items.stream().mapToLong(Item::value).sum();
    }
}
