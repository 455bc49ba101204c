package dev.halflife.model.write.interference;

import static dev.halflife.model.write.interference.InterferenceRule.F9;
import static dev.halflife.model.write.interference.InterferenceRule.I1;
import static dev.halflife.model.write.interference.InterferenceRule.I3;
import static dev.halflife.model.write.interference.InterferenceRule.I4;
import static dev.halflife.model.write.interference.InterferenceRule.I5;

import dev.halflife.model.Contract;
import dev.halflife.model.Lapse;
import dev.halflife.model.Slip;
import dev.halflife.model.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an interference tracker breaks one of its rules in a way that shows later. */
final class InterferenceLapses {

    private final InterferenceSpec spec;
    private final List<Lapse<InterferenceState, InterferenceOperation, InterferenceReply>> all = new ArrayList<>();

    private InterferenceLapses(InterferenceSpec spec) {
        this.spec = spec;
    }

    static List<Lapse<InterferenceState, InterferenceOperation, InterferenceReply>> of(
            InterferenceSpec spec, InterferenceConfig config, boolean leased) {
        InterferenceLapses lapses = new InterferenceLapses(spec);
        if (leased) {
            lapses.all.add(new Lapse<>(F9, new InterferenceSpec(config, Contract.published()), true));
            lapses.add(
                    I5,
                    (state, operation, reply) -> spec.mustHaveOutlived(state, operation)
                            ? lapses.judged(state.settled(), operation, reply)
                            : null);
        }
        lapses.trigger();
        lapses.feedback();
        lapses.scores();
        return lapses.all;
    }

    private void trigger() {
        add(I3, (state, operation, reply) -> {
            InterferenceState after =
                    reply instanceof InterferenceReply.Triggered ? judged(state, operation, reply) : null;
            return after == null ? null : after.released();
        });
    }

    private void feedback() {
        for (InterferenceOperation.Outcome outcome : InterferenceOperation.Outcome.values()) {
            answered(I4, outcome, (before, after) -> after.withPending(before.pending));
        }
        answered(I4, InterferenceOperation.Outcome.NO_PROGRESS, (before, after) -> before.settled());
        answered(I4, InterferenceOperation.Outcome.FAILED, (before, after) -> before.settled());
        answered(I5, InterferenceOperation.Outcome.PROGRESS, (before, after) -> before.released());
        answered(I5, InterferenceOperation.Outcome.PROGRESS, (before, after) -> after.withEach(amount -> null));
    }

    /** What is left after feedback that was answered as it should be, given the states before and after. */
    private interface Answering {
        InterferenceState left(InterferenceState before, InterferenceState after);
    }

    private void answered(InterferenceRule rule, InterferenceOperation.Outcome outcome, Answering answering) {
        add(rule, (state, operation, reply) -> {
            boolean such = state.pending != null
                    && operation instanceof InterferenceOperation.Feedback feedback
                    && feedback.outcome() == outcome;
            InterferenceState after = such ? judged(state, operation, reply) : null;
            return after == null ? null : answering.left(state, after);
        });
    }

    private void scores() {
        accumulate(
                I1,
                (state, add, reply) -> add.score() < 0 && state.amounts.containsKey(add.namespace())
                        ? judged(less(state, add.namespace(), -add.score()), scoring(add, 0), reply)
                        : null);
        accumulate(I1, (state, add, reply) -> {
            String before = before(state, add.namespace());
            return before == null ? null : judged(state, in(add, before), reply);
        });
        accumulate(I1, (state, add, reply) -> judged(state, in(add, ""), reply));
        accumulate(I5, (state, add, reply) -> state.pending == null ? null : forgotten(state, add, reply));
        accumulate(I5, this::forgotten);
        accumulate(I5, (state, add, reply) -> judged(state, scoring(add, 0), reply));
        accumulate(I5, (state, add, reply) -> judged(state, scoring(add, 2 * add.score()), reply));
        accumulate(
                I5,
                (state, add, reply) -> judged(state.withAmounts(state.amounts.removing(add.namespace())), add, reply));
    }

    /** The state after an accumulate goes wrong; null where it does not. */
    private interface Accumulating {
        @Nullable
        InterferenceState after(InterferenceState state, InterferenceOperation.Accumulate add, InterferenceReply reply);
    }

    private void accumulate(InterferenceRule rule, Accumulating accumulating) {
        add(
                rule,
                (state, operation, reply) -> operation instanceof InterferenceOperation.Accumulate add
                        ? accumulating.after(state, add, reply)
                        : null);
    }

    private static InterferenceState less(InterferenceState state, String namespace, float score) {
        Amount amount = state.amounts.get(namespace);
        return amount == null ? state : state.withAmount(namespace, amount.minus(score));
    }

    /** The score counts in the reply, and not afterwards. */
    private @Nullable InterferenceState forgotten(
            InterferenceState state, InterferenceOperation.Accumulate add, InterferenceReply reply) {
        InterferenceState after = judged(state, add, reply);
        if (after == null || reply instanceof InterferenceReply.Triggered) {
            return null;
        }
        Amount was = state.amounts.get(add.namespace());
        return after.withAmounts(
                was == null ? after.amounts.removing(add.namespace()) : after.amounts.putting(add.namespace(), was));
    }

    private static @Nullable String before(InterferenceState state, String namespace) {
        String before = null;
        for (String each : state.namespaces()) {
            before = each.compareTo(namespace) < 0 ? each : before;
        }
        return before;
    }

    private static InterferenceOperation scoring(InterferenceOperation.Accumulate add, float score) {
        return new InterferenceOperation.Accumulate(
                add.atNanos(), add.namespace(), score, add.threshold(), add.cooldownNanos());
    }

    private static InterferenceOperation in(InterferenceOperation.Accumulate add, String namespace) {
        return new InterferenceOperation.Accumulate(
                add.atNanos(), namespace, add.score(), add.threshold(), add.cooldownNanos());
    }

    private @Nullable InterferenceState judged(
            InterferenceState state, InterferenceOperation operation, InterferenceReply reply) {
        return spec.judge(state, operation, reply) instanceof Step.Accepted<InterferenceState> accepted
                ? accepted.state()
                : null;
    }

    private void add(InterferenceRule rule, Slip<InterferenceState, InterferenceOperation, InterferenceReply> slip) {
        all.add(Lapse.of(rule, spec, slip));
    }
}
