package dev.halflife.sim.trace;

import dev.halflife.model.Blame;
import dev.halflife.model.Operation;
import dev.halflife.model.Spec;
import dev.halflife.model.Violation;
import java.util.ArrayList;
import java.util.List;

/** The last steps of a trace, for blame: at least {@link #KEPT} of them where there were so many. Not thread-safe. */
final class History<S, O extends Operation<O>, R> {

    /** How far blame looks back. */
    static final int KEPT = 512;

    private final List<O> operations = new ArrayList<>();
    private final List<R> replies = new ArrayList<>();
    private S from;
    private S middle;

    History(S initial) {
        from = initial;
        middle = initial;
    }

    /** Adds an accepted step, and the state it led to. */
    void add(O operation, R reply, S after) {
        operations.add(operation);
        replies.add(reply);
        if (operations.size() == KEPT) {
            middle = after;
        } else if (operations.size() == 2 * KEPT) {
            operations.subList(0, KEPT).clear();
            replies.subList(0, KEPT).clear();
            from = middle;
            middle = after;
        }
    }

    /** The rule that explains this forbidden reply, of which the specification said that. */
    Violation blame(Spec<S, O, R> spec, O operation, R reply, Violation shown) {
        operations.add(operation);
        replies.add(reply);
        return Blame.of(spec, from, operations, replies, shown);
    }
}
