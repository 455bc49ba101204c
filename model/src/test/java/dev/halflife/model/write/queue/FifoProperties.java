package dev.halflife.model.write.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FifoProperties {

    /** Every third step or so takes the first away. */
    @Property(tries = 500, seed = "20260601")
    void itHoldsWhatAPlainQueueHolds(@ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> steps) {
        Fifo fifo = Fifo.EMPTY;
        Deque<Item> plain = new ArrayDeque<>();
        for (int step : steps) {
            if (step < 3) {
                fifo = fifo.withoutFirst();
                plain.pollFirst();
            } else {
                Item item = new Item("a" + step, 0);
                fifo = fifo.with(item);
                plain.addLast(item);
            }
            assertThat(fifo.toList()).containsExactlyElementsOf(plain);
            assertThat(fifo.first()).isEqualTo(plain.peekFirst());
            assertThat(fifo).isEqualTo(refilled(plain)).hasSameHashCodeAs(refilled(plain));
        }
    }

    private static Fifo refilled(Deque<Item> plain) {
        Fifo fifo = Fifo.EMPTY;
        for (Item item : plain) {
            fifo = fifo.with(item);
        }
        return fifo;
    }
}
