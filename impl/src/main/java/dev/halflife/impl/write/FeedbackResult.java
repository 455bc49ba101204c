package dev.halflife.impl.write;

/**
 * What an {@link InterferenceTracker} made of a {@link Feedback} (I4).
 *
 * @param reduced by how much the backlog shrank, at least 0
 * @param remaining the backlog over all namespaces that is left
 */
public record FeedbackResult(Outcome outcome, float reduced, float remaining) {

    /** What the feedback was taken for. */
    public enum Outcome {
        /** What the request had seen is done. */
        PROGRESS,
        /** The request is answered, the backlog unchanged. */
        NO_PROGRESS,
        /** The request is answered, the backlog unchanged. */
        FAILED,
        /** There was no request to answer, or its lease was over; nothing has changed. */
        NO_PENDING_TRIGGER
    }
}
