package dev.halflife.impl.heat;

/** How a round of a {@link HeatDriver} ended (S1). */
public enum RoundOutcome {

    /** Nothing was due: no sink was called, and the empty tick was committed. */
    NOTHING_TO_ANNOUNCE,

    /** Peers applied the batch, and it was committed. */
    COMMITTED,

    /** The sink failed, or gave no answer in time: every key was rolled back, and later rounds announce it again. */
    ROLLED_BACK
}
