package dev.halflife.sim.subject;

import java.io.Serial;
import java.util.function.Function;

/**
 * A subject that was told what would be applied next has asked ahead, and what came next was something else; or it failed
 * while more than one question was open, so that none can be blamed. It has to be asked again from the start, one
 * operation at a time.
 */
public final class Misforeseen extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** Without a stack trace: it is no error. */
    public Misforeseen() {
        super("asked ahead in vain", null, false, false);
    }

    /**
     * Runs a schedule with foresight and, where that was wrong, once more without.
     *
     * @param run told whether to foresee; leaves nothing behind where it throws this
     */
    public static <T> T retried(Function<Boolean, T> run) {
        try {
            return run.apply(true);
        } catch (Misforeseen e) {
            return run.apply(false);
        }
    }
}
