package dev.halflife.sim.subject;

import java.util.List;
import java.util.function.Supplier;

/**
 * Something that answers operations and is judged by its replies alone: the reference, the published port, a defect, a
 * foreign process. Used by one thread at a time.
 *
 * @param <O> the operations
 * @param <R> the replies
 */
public interface Subject<O, R> extends AutoCloseable {

    /**
     * Does it and answers.
     *
     * @throws SubjectFailure if the subject cannot answer: not a broken rule, but reported as what it is
     * @throws Misforeseen if this is not what was foreseen, or if that is why it is unknown what failed
     * @throws Stopped if somebody has ended the run
     */
    R apply(O operation);

    /**
     * Says what will be applied next, unless replies lead elsewhere. A subject for which each question is a journey asks
     * ahead; any other does not look.
     */
    default void foresee(Supplier<List<O>> operations) {}

    /** Whether a second subject made alike gives the same replies to the same operations; of a foreign one nobody knows. */
    default boolean repeatable() {
        return true;
    }

    /** Ends the subject; nothing is applied afterwards. */
    @Override
    default void close() {}
}
