package dev.halflife.impl.write;

import java.util.List;

/** What comes of adding to the interference backlog (I1 to I3). */
public sealed interface Action {

    /** The backlog is below the threshold. */
    record None() implements Action {}

    /**
     * The backlog is large enough, but a request would be redundant.
     *
     * @param total the backlog over all namespaces
     */
    record Suppressed(Reason reason, float total) implements Action {}

    /**
     * Consolidation is requested; {@link InterferenceTracker#feedback} is to say what came of it.
     *
     * @param namespaces every namespace in the backlog, in order
     * @param total the backlog over all namespaces
     */
    record Triggered(List<String> namespaces, float total) implements Action {

        /** Copies the namespaces. */
        public Triggered {
            namespaces = List.copyOf(namespaces);
        }
    }

    /** Why nothing is requested, the first that holds (I2). */
    enum Reason {
        /** The last request has not been answered, and its lease is not over. */
        AWAITING_FEEDBACK,
        /** The last request is too recent. */
        COOLDOWN
    }
}
