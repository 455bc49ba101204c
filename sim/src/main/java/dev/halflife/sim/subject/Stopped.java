package dev.halflife.sim.subject;

import java.io.Serial;

/** Somebody ended the run while a subject was being asked, so that nothing can be said of its answer. */
public final class Stopped extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** Says so. */
    public Stopped() {
        super("the run was ended while the subject was being asked");
    }
}
