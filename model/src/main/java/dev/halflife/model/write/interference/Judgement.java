package dev.halflife.model.write.interference;

import dev.halflife.model.CodePoints;
import dev.halflife.model.NameText;
import dev.halflife.model.NumberText;
import dev.halflife.model.Step;
import dev.halflife.model.Violation;
import dev.halflife.model.write.interference.InterferenceReply.Reason;
import dev.halflife.model.write.interference.InterferenceReply.Taken;
import dev.halflife.model.write.interference.InterferenceState.Trigger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Judges one reply to one operation in one state, in which a request is pending or not, whatever its lease. */
final class Judgement implements InterferenceOperation.Cases<Step<InterferenceState>> {

    private final InterferenceState before;
    private final InterferenceReply reply;
    private final boolean pending;

    Judgement(InterferenceState before, InterferenceReply reply, boolean pending) {
        this.before = before;
        this.reply = reply;
        this.pending = pending;
    }

    /** The state with the score added: NaN and negative scores count as 0 (I1). */
    static InterferenceState added(InterferenceState state, InterferenceOperation.Accumulate accumulate) {
        Amount was = state.amounts.get(accumulate.namespace());
        float score = accumulate.score() > 0 ? accumulate.score() : 0;
        return state.withAmount(accumulate.namespace(), (was == null ? Amount.NONE : was).plus(score));
    }

    @Override
    public Step<InterferenceState> accumulate(InterferenceOperation.Accumulate accumulate) {
        InterferenceState after = added(before, accumulate);
        Range total = after.sum(Amount::total);
        float threshold = accumulate.threshold();
        if (reply instanceof InterferenceReply.Nothing) {
            return total.low() < threshold
                    ? accepted(after, InterferenceRule.I1.bit())
                    : rejected(
                            InterferenceRule.I1,
                            "an action: " + total + " reaches " + NumberText.of(threshold),
                            "none");
        }
        if (reply instanceof InterferenceReply.Suppressed seen) {
            return total.high() < threshold
                    ? rejected(
                            InterferenceRule.I1, "none: " + total + " is below " + NumberText.of(threshold), text(seen))
                    : suppressed(accumulate, after, total, seen);
        }
        if (reply instanceof InterferenceReply.Triggered seen) {
            return total.high() < threshold
                    ? rejected(
                            InterferenceRule.I1,
                            "none: " + total + " is below " + NumberText.of(threshold),
                            "a trigger")
                    : triggered(accumulate, after, total, seen);
        }
        return wrongKind(InterferenceRule.I1, "the reply to an accumulate");
    }

    private Step<InterferenceState> suppressed(
            InterferenceOperation.Accumulate accumulate,
            InterferenceState after,
            Range total,
            InterferenceReply.Suppressed seen) {
        Trigger last = before.lastTrigger;
        boolean awaiting = seen.reason() == Reason.AWAITING_FEEDBACK;
        if (pending) {
            if (!awaiting) {
                return rejected(InterferenceRule.I2, "suppressed: awaiting feedback", text(seen));
            }
        } else if (awaiting) {
            return rejected(Blame.pendingForNothing(before), "no request pending", text(seen));
        } else if (last == null || !last.mayBeWithin(accumulate.cooldownNanos(), accumulate.atNanos())) {
            return rejected(InterferenceRule.I3, "a trigger: no cooldown runs", text(seen));
        }
        return total.admits(seen.total())
                ? accepted(toldPending(after), InterferenceRule.I1.bit() | InterferenceRule.I2.bit())
                : rejected(
                        Blame.wrongTotal(seen.total(), InterferenceRule.I2),
                        "total " + total,
                        "total " + NumberText.of(seen.total()));
    }

    private Step<InterferenceState> triggered(
            InterferenceOperation.Accumulate accumulate,
            InterferenceState after,
            Range total,
            InterferenceReply.Triggered seen) {
        if (pending) {
            return rejected(InterferenceRule.I2, "suppressed: awaiting feedback", "a trigger");
        }
        Trigger last = before.lastTrigger;
        if (last != null && last.mustBeWithin(accumulate.cooldownNanos(), accumulate.atNanos())) {
            return rejected(InterferenceRule.I2, "suppressed: the cooldown runs", "a trigger");
        }
        InterferenceState listed = listed(after, seen.namespaces());
        if (listed == null) {
            return rejected(
                    InterferenceRule.I3,
                    "namespaces " + NameText.list(after.namespaces()),
                    "namespaces " + NameText.list(seen.namespaces()));
        }
        return total.admits(seen.total())
                ? accepted(
                        listed.released().triggered(accumulate.atNanos()),
                        InterferenceRule.I1.bit() | InterferenceRule.I3.bit())
                : rejected(
                        Blame.wrongTotal(seen.total(), InterferenceRule.I3),
                        "total " + total,
                        "total " + NumberText.of(seen.total()));
    }

    /** The state in which these namespaces, and no others, have a score; null where that cannot be, or they are not in order. */
    private static @Nullable InterferenceState listed(InterferenceState state, List<String> namespaces) {
        for (int i = 0; i < namespaces.size(); i++) {
            if (!state.amounts.containsKey(namespaces.get(i))) {
                return null;
            }
        }
        if (!inOrder(namespaces, CodePoints.ORDER) && !inOrder(namespaces, Comparator.naturalOrder())) {
            return null;
        }
        InterferenceState listed = state;
        if (namespaces.size() < state.amounts.size()) {
            for (String namespace : state.namespaces()) {
                if (namespaces.contains(namespace)) {
                    continue;
                }
                if (!amount(state, namespace).maybeAbsent()) {
                    return null;
                }
                listed = listed.withAmounts(listed.amounts.removing(namespace));
            }
        }
        return listed;
    }

    private static boolean inOrder(List<String> namespaces, Comparator<String> order) {
        for (int i = 1; i < namespaces.size(); i++) {
            if (order.compare(namespaces.get(i - 1), namespaces.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Step<InterferenceState> feedback(InterferenceOperation.Feedback feedback) {
        if (!(reply instanceof InterferenceReply.Answered seen)) {
            return wrongKind(InterferenceRule.I4, "the reply to a feedback");
        }
        Taken right = pending ? taken(feedback.outcome()) : Taken.NO_PENDING_TRIGGER;
        if (seen.taken() != right) {
            return rejected(InterferenceRule.I4, "taken for " + text(right), "for " + text(seen.taken()));
        }
        Range total = before.sum(Amount::total);
        boolean progress = right == Taken.PROGRESS;
        InterferenceState after = progress ? before.settled() : before.released();
        Range reduced = progress ? before.reducedByProgress() : Range.ZERO;
        Range remaining = after.sum(Amount::total);
        return reduced.admits(seen.reduced()) && remaining.admits(seen.remaining())
                ? accepted(after, InterferenceRule.I4.bit() | InterferenceRule.I5.bit())
                : rejected(
                        Blame.wrongFeedback(seen, total),
                        "reduced " + reduced + ", remaining " + remaining,
                        "reduced " + NumberText.of(seen.reduced()) + ", remaining " + NumberText.of(seen.remaining()));
    }

    private static Taken taken(InterferenceOperation.Outcome outcome) {
        return switch (outcome) {
            case PROGRESS -> Taken.PROGRESS;
            case NO_PROGRESS -> Taken.NO_PROGRESS;
            case FAILED -> Taken.FAILED;
        };
    }

    @Override
    public Step<InterferenceState> backlog(InterferenceOperation.Backlog backlog) {
        if (!(reply instanceof InterferenceReply.Backlog seen)) {
            return wrongKind(InterferenceRule.I5, "the reply to a backlog");
        }
        if (seen.pending() != pending) {
            return rejected(
                    pending ? InterferenceRule.I3 : Blame.pendingForNothing(before),
                    pending ? "a request pending" : "no request pending",
                    seen.pending() ? "one" : "none");
        }
        Map<String, Float> scores = new TreeMap<>();
        for (InterferenceReply.Score score : seen.scores()) {
            if (scores.put(score.namespace(), score.score()) != null) {
                return rejected(InterferenceRule.I1, "each namespace once", NameText.of(score.namespace()) + " twice");
            }
        }
        InterferenceState after = before;
        for (Map.Entry<String, Amount> entry : before.amounts.entrySet()) {
            Float score = scores.remove(entry.getKey());
            Amount amount = entry.getValue();
            boolean right =
                    score == null ? amount.maybeAbsent() : amount.total().admits(score);
            if (!right) {
                return rejected(
                        Blame.wrongScore(seen, before.sum(Amount::total)),
                        NameText.of(entry.getKey()) + " at " + amount.total(),
                        score == null ? "nothing" : NumberText.of(score));
            }
            after = score == null
                    ? after.withAmounts(after.amounts.removing(entry.getKey()))
                    : after.withAmount(entry.getKey(), amount.seen(score));
        }
        for (Map.Entry<String, Float> unknown : scores.entrySet()) {
            boolean negligible = unknown.getValue() <= Amount.NEGLIGIBLE && before.lastTrigger != null;
            return rejected(
                    negligible ? InterferenceRule.I4 : Blame.wrongScore(seen, before.sum(Amount::total)),
                    NameText.of(unknown.getKey()) + " without a score",
                    NumberText.of(unknown.getValue()));
        }
        return accepted(toldPending(after), InterferenceRule.I5.bit());
    }

    /** The state once a reply has told that a request is still pending: no call has given it up so far. */
    private InterferenceState toldPending(InterferenceState after) {
        return pending ? after.withOutlived(false) : after;
    }

    private static Amount amount(InterferenceState state, String namespace) {
        Amount amount = state.amounts.get(namespace);
        if (amount == null) {
            throw new IllegalStateException("a namespace that was just listed is missing: " + namespace);
        }
        return amount;
    }

    private static String text(InterferenceReply.Suppressed seen) {
        return seen.reason() == Reason.COOLDOWN ? "suppressed: cooldown" : "suppressed: awaiting feedback";
    }

    private static String text(Taken taken) {
        return switch (taken) {
            case PROGRESS -> "progress";
            case NO_PROGRESS -> "no progress";
            case FAILED -> "failed";
            case NO_PENDING_TRIGGER -> "no pending trigger";
        };
    }

    private static Step<InterferenceState> accepted(InterferenceState after, long exercised) {
        return new Step.Accepted<>(after, exercised);
    }

    private static Step<InterferenceState> rejected(InterferenceRule rule, String expected, String seen) {
        return new Step.Rejected<>(new Violation(rule, expected, seen));
    }

    private Step<InterferenceState> wrongKind(InterferenceRule rule, String expected) {
        return rejected(rule, expected, reply.getClass().getSimpleName());
    }
}
