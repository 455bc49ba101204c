package dev.halflife.sim.write.world;

import dev.halflife.model.Contract;
import java.util.Arrays;

/** The state of every part's specification: an immutable value. */
final class PartStates {

    private final Object[] states;

    private PartStates(Object[] states) {
        this.states = states;
    }

    static PartStates initial(PathConfig config, Contract contract) {
        return new PartStates(Parts.ALL.stream()
                .map(part -> (Object) part.spec(config, contract).initial())
                .toArray());
    }

    /** A part's state. Only {@link #with} and {@link #initial} put one there, so that it is of the part's type. */
    @SuppressWarnings("unchecked")
    <S> S of(Part<?, S, ?, ?> part) {
        return (S) states[part.place()];
    }

    <S> PartStates with(Part<?, S, ?, ?> part, S state) {
        Object[] next = states.clone();
        next[part.place()] = state;
        return new PartStates(next);
    }

    /** After the process is gone, and before a new one has loaded anything: only the statistics know of their disk. */
    PartStates restarted(PathSpec spec) {
        Object[] next = spec.fresh().states.clone();
        next[Parts.STATISTICS.place()] = states[Parts.STATISTICS.place()];
        return new PartStates(next);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartStates parts && Arrays.equals(parts.states, states);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(states);
    }
}
