package dev.halflife.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rule a forbidden reply breaks. The check that a reply fails is often not the rule that was broken: what a subject
 * did wrong may show only later, and elsewhere. So each {@link Spec#lapses() lapse} judges the whole history again, and the
 * first that allows all of it, the forbidden reply included, names the rule. Where none does, the first that would if the
 * subject had kept the rule at times; else the one that comes closest to the forbidden reply, if it comes closer than the
 * specification itself; else the check that failed.
 *
 * <p>Costs one judgement of the history for each lapse, and up to {@value #MOST_STATES} more where none explains it; is
 * asked only where a rule is broken.
 */
public final class Blame {

    /** How many states are followed of a subject that keeps a rule at times. */
    private static final int MOST_STATES = 16;

    private Blame() {}

    /**
     * The violation, under the name of the rule that explains it.
     *
     * @param from the state before the history
     * @param operations the history: operations that were not refused, the last of them the one with the forbidden reply
     * @param replies their replies
     * @param shown what the specification said of the last reply
     */
    public static <S, O extends Operation<O>, R> Violation of(
            Spec<S, O, R> spec, S from, List<O> operations, List<R> replies, Violation shown) {
        List<Lapse<S, O, R>> lapses = spec.lapses();
        if (lapses.isEmpty() || operations.isEmpty()) {
            return shown;
        }
        int last = operations.size() - 1;
        O operation = operations.get(last);
        R reply = replies.get(last);
        Rule closest = shown.rule();
        S before = follow(spec, from, operations, replies);
        int least = before == null ? Integer.MAX_VALUE : spec.difference(spec.predict(before, operation), reply);
        for (Lapse<S, O, R> lapse : lapses) {
            S state = follow(lapse.spec(), from, operations, replies);
            if (state == null || lapse.spec().refusal(state, operation).isPresent()) {
                continue;
            }
            if (lapse.spec().judge(state, operation, reply) instanceof Step.Accepted<S>) {
                return shown.named(lapse.rule());
            }
            int difference = spec.difference(lapse.spec().predict(state, operation), reply);
            if (difference < least) {
                least = difference;
                closest = lapse.rule();
            }
        }
        for (Lapse<S, O, R> lapse : lapses) {
            if (lapse.atTimes() && explainsAtTimes(spec, lapse.spec(), from, operations, replies)) {
                return shown.named(lapse.rule());
            }
        }
        return shown.named(closest);
    }

    /** Whether the history can be told by the specification and by the lapse in turn, the last reply by either. */
    private static <S, O extends Operation<O>, R> boolean explainsAtTimes(
            Spec<S, O, R> spec, Spec<S, O, R> lapse, S from, List<O> operations, List<R> replies) {
        Set<S> states = new LinkedHashSet<>(List.of(from));
        for (int i = 0; i < operations.size() && !states.isEmpty(); i++) {
            Set<S> next = new LinkedHashSet<>();
            for (S state : states) {
                if (next.size() < MOST_STATES
                        && spec.refusal(state, operations.get(i)).isEmpty()) {
                    addAfter(spec, state, operations.get(i), replies.get(i), next);
                    addAfter(lapse, state, operations.get(i), replies.get(i), next);
                }
            }
            states = next;
        }
        return !states.isEmpty();
    }

    private static <S, O extends Operation<O>, R> void addAfter(
            Spec<S, O, R> spec, S state, O operation, R reply, Set<S> next) {
        if (spec.judge(state, operation, reply) instanceof Step.Accepted<S> accepted) {
            next.add(accepted.state());
        }
    }

    /** The state before the last operation; null where a reply before it is not allowed. */
    private static <S, O extends Operation<O>, R> @Nullable S follow(
            Spec<S, O, R> spec, S from, List<O> operations, List<R> replies) {
        S state = from;
        for (int i = 0; i < operations.size() - 1; i++) {
            if (spec.refusal(state, operations.get(i)).isPresent()
                    || !(spec.judge(state, operations.get(i), replies.get(i)) instanceof Step.Accepted<S> accepted)) {
                return null;
            }
            state = accepted.state();
        }
        return state;
    }
}
