package dev.halflife.impl.write;

/**
 * Is told what parts of the write path did; each part takes one, and tells it nothing where none is given.
 *
 * <p>It is called by whoever called the part, under the part's lock where it has one: it must be quick, must not throw
 * and must not call the part.
 */
public interface WritePathObserver {

    /** Ignores everything. */
    WritePathObserver NONE = new WritePathObserver() {};

    /**
     * A score was added to the interference backlog.
     *
     * @param total the backlog over all namespaces, after it
     * @param namespaces how many namespaces are in the backlog, after it
     */
    default void accumulated(Action action, float total, int namespaces) {}

    /**
     * A consolidation reported.
     *
     * @param namespaces how many namespaces are in the backlog, after it
     */
    default void answered(FeedbackResult result, int namespaces) {}

    /** A write's novelty was scored; told outside any lock. */
    default void routed(Partition partition, Novelty novelty) {}
}
