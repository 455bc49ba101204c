package dev.halflife.impl.write;

/**
 * The samples of one partition, as one immutable summary (W4).
 *
 * <p>Writers take turns on the population's own lock, so that each starts from what the one before left; readers take no
 * lock, and always see count, mean and spread of the same samples.
 */
final class Population {

    private volatile Summary summary = Summary.EMPTY;

    Summary summary() {
        return summary;
    }

    /** Adds a sample and returns the summary of exactly those that came before it. */
    synchronized Summary add(double sample) {
        Summary before = summary;
        summary = before.with(sample);
        return before;
    }

    synchronized void merge(Summary more) {
        summary = summary.merge(more);
    }
}
