package dev.halflife.sim.subject;

import java.io.Serial;

/** The run was ended by us, so that nothing can be said of what was to come. */
public final class Stopped extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 2;

    /** Says so. */
    public Stopped() {
        super("stopped before the subject had answered", null, false, false);
    }
}
