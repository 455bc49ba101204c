package dev.halflife.sim.defect;

import java.util.Locale;

/** Where a defect comes from. */
public enum Origin {
    /** It happened in the original. */
    HISTORIC,
    /** A mistake that people make here. */
    INVENTED;

    /** In lower case, as it is told. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
