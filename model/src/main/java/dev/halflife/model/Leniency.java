package dev.halflife.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A judge with the check of one rule switched off: follows the specification and every {@link Lapse} of that rule at once,
 * and allows what any of them allows. Not thread-safe.
 */
public final class Leniency<S, O extends Operation<O>, R> {

    private final List<Branch<S, O, R>> branches = new ArrayList<>();
    private @Nullable Rule convicts;

    private record Branch<S, O extends Operation<O>, R>(Spec<S, O, R> spec, S state) {}

    /** A judge that does not look at {@code rule}, before the first operation. */
    public Leniency(Spec<S, O, R> spec, Rule rule) {
        branches.add(new Branch<>(spec, spec.initial()));
        for (Lapse<S, O, R> lapse : spec.lapses()) {
            if (lapse.rule().equals(rule)) {
                branches.add(new Branch<>(lapse.spec(), lapse.spec().initial()));
            }
        }
    }

    /** Whether there is anything to be lenient about: whether the rule has a lapse. */
    public boolean lenient() {
        return branches.size() > 1;
    }

    /** Judges one more reply; after one that was not allowed, none is. */
    public boolean allows(O operation, R reply) {
        List<Branch<S, O, R>> before = List.copyOf(branches);
        branches.clear();
        for (Branch<S, O, R> branch : before) {
            if (branch.spec().refusal(branch.state(), operation).isPresent()) {
                continue;
            }
            Step<S> step = branch.spec().judge(branch.state(), operation, reply);
            if (step instanceof Step.Accepted<S> accepted) {
                branches.add(new Branch<>(branch.spec(), accepted.state()));
            } else if (step instanceof Step.Rejected<S> rejected) {
                convicts = rejected.violation().rule();
            }
        }
        return !branches.isEmpty();
    }

    /** The rule whose check the last reply failed that was not allowed; null where there was none. */
    public @Nullable Rule convicts() {
        return branches.isEmpty() ? convicts : null;
    }
}
