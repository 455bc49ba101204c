package dev.halflife.model.write.interference;

import dev.halflife.model.write.interference.InterferenceReply.Reason;
import dev.halflife.model.write.interference.InterferenceReply.Taken;
import java.util.ArrayList;
import java.util.List;

/** One allowed reply to one operation in one state. {@code pending}: whether a request is, now. */
record Prediction(InterferenceState state, boolean pending) implements InterferenceOperation.Cases<InterferenceReply> {

    @Override
    public InterferenceReply accumulate(InterferenceOperation.Accumulate accumulate) {
        InterferenceState after = Judgement.added(state, accumulate);
        Range total = after.sum(Amount::total);
        if (total.low() < accumulate.threshold()) {
            return new InterferenceReply.Nothing();
        }
        if (pending) {
            return new InterferenceReply.Suppressed(Reason.AWAITING_FEEDBACK, total.middle());
        }
        boolean cools = state.lastTrigger != null
                && state.lastTrigger.mayBeWithin(accumulate.cooldownNanos(), accumulate.atNanos());
        return cools
                ? new InterferenceReply.Suppressed(Reason.COOLDOWN, total.middle())
                : new InterferenceReply.Triggered(after.namespaces(), total.middle());
    }

    @Override
    public InterferenceReply feedback(InterferenceOperation.Feedback feedback) {
        float total = state.sum(Amount::total).middle();
        if (!pending) {
            return new InterferenceReply.Answered(Taken.NO_PENDING_TRIGGER, 0, total);
        }
        return switch (feedback.outcome()) {
            case PROGRESS ->
                new InterferenceReply.Answered(
                        Taken.PROGRESS,
                        state.sum(Amount::claimed).middle(),
                        state.settled().sum(Amount::total).middle());
            case NO_PROGRESS -> new InterferenceReply.Answered(Taken.NO_PROGRESS, 0, total);
            case FAILED -> new InterferenceReply.Answered(Taken.FAILED, 0, total);
        };
    }

    @Override
    public InterferenceReply backlog(InterferenceOperation.Backlog backlog) {
        List<InterferenceReply.Score> scores = new ArrayList<>();
        for (String namespace : state.namespaces()) {
            scores.add(new InterferenceReply.Score(namespace, state.score(namespace)));
        }
        return new InterferenceReply.Backlog(scores, pending);
    }
}
