package dev.halflife.impl.heat;

/**
 * How a key stands with peers: what they believe, and the last tick that tried to tell them (F1, F13).
 *
 * <p>It outlives the key's counter for as long as a withdrawal is owed (F3), and goes back to the key if that returns:
 * an answer still under way is then recognised. Not thread-safe.
 */
final class Standing {

    private static final long NO_ISSUE = 0;

    private Belief belief;
    private long lastIssue = NO_ISSUE;
    private boolean open;
    private boolean contested;

    private Standing(Belief belief) {
        this.belief = belief;
    }

    /** Peers never heard of the key. */
    static Standing unheardOf() {
        return new Standing(Belief.never());
    }

    /** Peers were told of the key by an announcement that nothing else remembers. */
    static Standing unknown() {
        return new Standing(Belief.unknown());
    }

    Belief belief() {
        return belief;
    }

    /** A tick announces the key: until that is committed, what peers believe is unknown. */
    void issue(long tick) {
        belief = Belief.unknown();
        lastIssue = tick;
        open = true;
        contested = false;
    }

    /**
     * The sink answers a tick that announced the key.
     *
     * @return whether that was the key's last issue, and its first answer; only then is the key's mark spent
     */
    boolean answer(long tick, boolean committed, double announcedRate) {
        if (tick != lastIssue) {
            answerLate();
            return false;
        }
        if (!open) {
            return false;
        }
        open = false;
        if (committed && !contested) {
            belief = Belief.announced(announcedRate);
        }
        return true;
    }

    /** Which of the two announcements reached peers last is anyone's guess: the open one cannot settle it either. */
    private void answerLate() {
        belief = Belief.unknown();
        contested |= open;
    }
}
