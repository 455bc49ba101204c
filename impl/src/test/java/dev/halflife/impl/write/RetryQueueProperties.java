package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RetryQueueProperties {

    /** A plain list does what the rules say; each move is a number: 0 drains and requeues, 1 drains, all else enqueues. */
    @Property
    void q1q2f11_theQueueDoesWhatAPlainListDoes(
            @ForAll @IntRange(min = 1, max = 6) int capacity,
            @ForAll @IntRange(min = 0, max = 4) int maxAttempts,
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 7) Integer> moves) {
        RetryQueue<Integer> queue = new RetryQueue<>(capacity);
        List<Item<Integer>> plain = new ArrayList<>();
        List<Item<Integer>> taken = List.of();
        for (int number = 0; number < moves.size(); number++) {
            List<Item<Integer>> dropped = new ArrayList<>();
            if (moves.get(number) == 0) {
                List<Item<Integer>> failed = taken;
                taken = List.of();
                for (Item<Integer> item : failed) {
                    Item<Integer> tried = new Item<>(item.value(), item.attempts() + 1);
                    if (tried.attempts() >= maxAttempts) {
                        dropped.add(tried);
                    } else {
                        add(plain, tried, capacity, dropped);
                    }
                }
                assertThat(queue.requeue(failed, maxAttempts)).isEqualTo(dropped);
            } else if (moves.get(number) == 1) {
                taken = queue.drain();
                assertThat(taken).isEqualTo(plain);
                plain.clear();
            } else {
                add(plain, new Item<>(number, 0), capacity, dropped);
                assertThat(queue.enqueue(number).stream().toList()).isEqualTo(dropped);
            }
            assertThat(queue.size()).isEqualTo(plain.size());
        }
        assertThat(queue.drain()).isEqualTo(plain);
    }

    private static void add(List<Item<Integer>> plain, Item<Integer> item, int capacity, List<Item<Integer>> dropped) {
        if (plain.size() == capacity) {
            dropped.add(plain.remove(0));
        }
        plain.add(item);
    }
}
