package dev.halflife.sim.run;

/** Told how far a long run has got. Called on the thread that started the run. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (done, total) -> {};

    /** So much of so much is done. */
    void advanced(long done, long total);

    /** A rule is broken; may be called again and again. */
    default void broken() {}

    /** Something else begins, such as {@code shrinking}; what this returns is told of that. */
    default Progress next(String what) {
        return NONE;
    }
}
