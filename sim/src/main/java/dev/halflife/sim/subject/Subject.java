package dev.halflife.sim.subject;

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
     */
    R apply(O operation);

    /** Ends the subject; nothing is applied afterwards. */
    @Override
    default void close() {}
}
