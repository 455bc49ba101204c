package dev.halflife.sim.defect;

import java.util.Locale;

/** The engine that has to find a defect. */
public enum Owner {
    /** Every schedule up to a bound. */
    EXPLORER,
    /** Seeded random schedules. */
    CAMPAIGN,
    /** The same, in a world of drivers, sinks and peers. */
    WORLD,
    /** Lincheck, on real threads; not run by the museum. */
    LINCHECK,
    /** JCStress, on real threads; not run by the museum. */
    JCSTRESS;

    /** Whether it needs real threads, so that the tests of the stress module run it and the museum only lists it. */
    public boolean needsThreads() {
        return this == LINCHECK || this == JCSTRESS;
    }

    /** In lower case, as it is told. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
