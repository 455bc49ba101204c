package dev.halflife.stress.linear;

import java.util.List;

/**
 * A call and what certainly came before it.
 *
 * @param before for each thread, how many of its calls had returned when this one began
 */
public record Span<C>(C call, List<Integer> before) {

    /** Copies the list. */
    public Span {
        before = List.copyOf(before);
    }

    boolean mayComeNext(int[] done) {
        for (int thread = 0; thread < done.length; thread++) {
            if (done[thread] < before.get(thread)) {
                return false;
            }
        }
        return true;
    }
}
