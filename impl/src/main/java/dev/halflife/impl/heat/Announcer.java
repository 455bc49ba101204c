package dev.halflife.impl.heat;

/**
 * What a {@link HeatDriver} drives: it knows what peers have to be told, and wants to hear how telling them went (S1).
 *
 * <p>{@link HeatRegistry} is the one to use. Whoever wraps one, or brings another, issues what it ticks with
 * {@link Announcement#of}.
 *
 * <p>Thread-safe: rounds overlap, so that answers come from any thread, and not in the order of the ticks. An
 * announcement may be answered after later ones and, where its driver had given it up, a second time; neither must do
 * harm (F1, F13).
 */
public interface Announcer<K> {

    /** Decides what peers have to be told now, given a monotonic time in nanoseconds; possibly nothing (T1). */
    Announcement<K> tick(long nowNanos);

    /** Peers applied the whole announcement (T2, T3). */
    void commit(Announcement<K> announcement);

    /** The announcement failed, or nobody knows whether peers applied it: its keys may be announced again (T4, F13). */
    void rollback(Announcement<K> announcement);
}
