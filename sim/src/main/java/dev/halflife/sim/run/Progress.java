package dev.halflife.sim.run;

/** Told how far a long run has got. Called on the thread that started the run. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (done, total) -> {};

    /** So much of so much is done. */
    void advanced(long done, long total);
}
