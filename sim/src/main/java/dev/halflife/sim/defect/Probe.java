package dev.halflife.sim.defect;

/** Told by a defect that its faulty line ran, and mattered where that is cheap to tell. */
@FunctionalInterface
public interface Probe {

    /** Tells nobody. */
    Probe NONE = () -> {};

    /** The faulty line ran. */
    void reached();

    /** The same, where {@code mattered}: where the faulty outcome differs from the right one. */
    default void reached(boolean mattered) {
        if (mattered) {
            reached();
        }
    }
}
