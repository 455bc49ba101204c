package dev.halflife.sim.subject;

import dev.halflife.sim.json.Printable;
import java.io.Serial;

/** A subject did not answer: it died, hung, or answered something that is no reply. */
public final class SubjectFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 2;

    private final SubjectRule rule;

    /** A failure of this kind, with a few words on what was seen instead of a reply. */
    public SubjectFailure(SubjectRule rule, String seen) {
        super(Printable.inOneLine(seen));
        this.rule = rule;
    }

    /** Which kind of failure. */
    public SubjectRule rule() {
        return rule;
    }
}
