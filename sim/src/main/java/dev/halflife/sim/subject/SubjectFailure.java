package dev.halflife.sim.subject;

import java.io.Serial;

/** A subject did not answer: it died, threw, hung, or answered something that is no reply. */
public final class SubjectFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** A failure with a sentence for a person. */
    public SubjectFailure(String message) {
        super(message);
    }

    /** A failure with a sentence for a person, and what it was caused by. */
    public SubjectFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
