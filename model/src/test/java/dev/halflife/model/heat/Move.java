package dev.halflife.model.heat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * An operation before it is known what there is to operate on; a {@link Walk} makes one of it.
 *
 * @param kind what to do
 * @param key which of the world's keys
 * @param halfLives how far the clock goes first, in half-lives
 * @param nanos and how far besides
 * @param choice whatever else there is to choose: which tick to answer, which part of it
 */
record Move(Kind kind, int key, double halfLives, long nanos, int choice) {

    enum Kind {
        BUMP,
        TICK,
        COMMIT,
        ROLLBACK,
        TOUCH,
        TOUCH_FOR_EVER,
        TOUCH_FOR_LONGER,
        REMOVE,
        OBSERVE,
        LEN
    }

    /** Up to 50 moves in a row. */
    static Arbitrary<List<Move>> many() {
        return any().list().ofMinSize(5).ofMaxSize(50);
    }

    private static Arbitrary<Move> any() {
        return Combinators.combine(
                        kinds(), Arbitraries.integers().between(0, 5), times(), offsets(), Arbitraries.integers())
                .as(Move::new);
    }

    private static Arbitrary<Kind> kinds() {
        return Arbitraries.frequency(
                Tuple.of(8, Kind.BUMP),
                Tuple.of(7, Kind.TICK),
                Tuple.of(6, Kind.COMMIT),
                Tuple.of(2, Kind.ROLLBACK),
                Tuple.of(2, Kind.TOUCH),
                Tuple.of(1, Kind.TOUCH_FOR_EVER),
                Tuple.of(1, Kind.TOUCH_FOR_LONGER),
                Tuple.of(2, Kind.REMOVE),
                Tuple.of(2, Kind.OBSERVE),
                Tuple.of(1, Kind.LEN));
    }

    private static Arbitrary<Double> times() {
        return Arbitraries.frequency(
                Tuple.of(12, 0.0),
                Tuple.of(4, 0.3),
                Tuple.of(3, 0.75),
                Tuple.of(3, 1.0),
                Tuple.of(3, 2.6),
                Tuple.of(2, 13.0),
                Tuple.of(2, 52.0),
                Tuple.of(1, 64.0),
                Tuple.of(3, 65.0),
                Tuple.of(2, -0.4),
                Tuple.of(1, -1.0),
                Tuple.of(1, -70.0),
                Tuple.of(1, 1e9));
    }

    private static Arbitrary<Long> offsets() {
        return Arbitraries.frequency(Tuple.of(8, 0L), Tuple.of(1, 1L), Tuple.of(1, -1L));
    }
}
