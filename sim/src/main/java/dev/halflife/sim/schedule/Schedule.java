package dev.halflife.sim.schedule;

import dev.halflife.model.Operation;
import java.util.List;

/**
 * A configuration and what is done, in order. Data: it can be stored, edited, shortened, replayed.
 *
 * @param config what the component is made with
 * @param operations what is done, each with its time
 */
public record Schedule<C, O extends Operation<O>>(C config, List<O> operations) {

    public Schedule {
        operations = List.copyOf(operations);
    }

    /** The same configuration with other operations. */
    public Schedule<C, O> with(List<O> next) {
        return new Schedule<>(config, next);
    }
}
