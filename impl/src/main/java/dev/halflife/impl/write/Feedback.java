package dev.halflife.impl.write;

/** What came of a consolidation (I4). */
public enum Feedback {
    /** It succeeded, and changed something. */
    PROGRESS,
    /** It succeeded, and found nothing to do. */
    NO_PROGRESS,
    /** It failed. */
    FAILED
}
