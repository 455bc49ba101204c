package dev.halflife.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A judge with the check of one rule switched off: follows the specification and every {@link Lapse} of that rule at once,
 * and allows what any of them allows. Not thread-safe.
 */
public final class Leniency<S, O extends Operation<O>, R> {

    /** How many states are followed of one lapse. */
    private static final int MOST_STATES = 16;

    private final List<Branch<S, O, R>> branches = new ArrayList<>();
    private @Nullable Rule convicts;

    /** What a subject may be that does what one of these asks, at each operation anew. */
    private record Branch<S, O extends Operation<O>, R>(List<Spec<S, O, R>> specs, Set<S> states) {}

    /** A judge that does not look at {@code rule}, before the first operation. */
    public Leniency(Spec<S, O, R> spec, Rule rule) {
        branches.add(new Branch<>(List.of(spec), Set.of(spec.initial())));
        for (Lapse<S, O, R> lapse : spec.lapses()) {
            if (lapse.rule().equals(rule)) {
                List<Spec<S, O, R>> specs = lapse.atTimes() ? List.of(spec, lapse.spec()) : List.of(lapse.spec());
                branches.add(new Branch<>(specs, Set.of(lapse.spec().initial())));
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
            Set<S> after = new LinkedHashSet<>();
            for (Spec<S, O, R> spec : branch.specs()) {
                branch.states().forEach(state -> follow(spec, state, operation, reply, after));
            }
            if (!after.isEmpty()) {
                branches.add(new Branch<>(branch.specs(), after));
            }
        }
        return !branches.isEmpty();
    }

    private void follow(Spec<S, O, R> spec, S state, O operation, R reply, Set<S> after) {
        if (after.size() >= MOST_STATES || spec.refusal(state, operation).isPresent()) {
            return;
        }
        Step<S> step = spec.judge(state, operation, reply);
        if (step instanceof Step.Accepted<S> accepted) {
            after.add(accepted.state());
        } else if (step instanceof Step.Rejected<S> rejected) {
            convicts = rejected.violation().rule();
        }
    }

    /** The rule whose check the last reply failed that was not allowed; null where there was none. */
    public @Nullable Rule convicts() {
        return branches.isEmpty() ? convicts : null;
    }
}
