package dev.halflife.sim.world;

import java.util.Locale;

/** What becomes of a round's batch when it is handed to the sink. */
public enum Fate {
    /** Applied by the peers and confirmed at once. */
    DELIVERED("delivered", Applied.ALL, Answered.CONFIRMED),
    /** Refused at once; no peer saw it. */
    FAILS("sink fails", Applied.NONE, Answered.REFUSED),
    /** Applied by the peers, but the driver is told that it failed: the answer was lost on the way back. */
    FAILS_AFTER_APPLYING("sink fails after applying", Applied.ALL, Answered.REFUSED),
    /** The first half is applied, then it fails. */
    FAILS_HALFWAY("sink fails halfway", Applied.HALF, Answered.REFUSED),
    /** Nothing yet; what becomes of it is told by later operations, or never. */
    HANGS("sink hangs", Applied.NONE, Answered.NOT_YET),
    /** The driver dies before the sink has done anything; nobody will ever answer. */
    DRIVER_DIES("driver dies", Applied.NONE, Answered.NEVER),
    /** The peers apply it, and the driver dies before it hears of that. */
    DRIVER_DIES_AFTER_SENDING("driver dies after sending", Applied.ALL, Answered.NEVER);

    /** How much of the batch the peers apply. */
    enum Applied {
        NONE,
        HALF,
        ALL;

        /** How many of so many. */
        int of(int size) {
            return this == ALL ? size : this == HALF ? size / 2 : 0;
        }
    }

    /** What the driver hears. */
    enum Answered {
        CONFIRMED,
        REFUSED,
        NOT_YET,
        NEVER
    }

    private final String id;
    private final String text;
    private final Applied applied;
    private final Answered answered;

    Fate(String text, Applied applied, Answered answered) {
        this.id = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.text = text;
        this.applied = applied;
        this.answered = answered;
    }

    Applied applied() {
        return applied;
    }

    Answered answered() {
        return answered;
    }

    /** The fate in words. */
    public String text() {
        return text;
    }

    /** The name in a schedule file, such as {@code fails-after-applying}. */
    public String id() {
        return id;
    }
}
