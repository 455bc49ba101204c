package dev.halflife.impl.write;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An interference tracker's state.
 *
 * @param scores each namespace's unresolved score, at least 0, in order of namespace; copied, and immutable
 * @param awaitingFeedback whether a consolidation was requested, has not been answered, and may still be
 */
public record Backlog(Map<String, Float> scores, boolean awaitingFeedback) {

    /** Copies the scores. */
    public Backlog {
        SortedMap<String, Float> sorted = new TreeMap<>(scores);
        scores = Collections.unmodifiableSortedMap(sorted);
    }
}
