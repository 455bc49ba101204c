package dev.halflife.sim.write.interference;

import dev.halflife.model.write.interference.InterferenceOperation;
import dev.halflife.model.write.interference.InterferenceOperation.Outcome;
import dev.halflife.model.write.interference.InterferenceReply;
import dev.halflife.model.write.interference.InterferenceReply.Reason;
import dev.halflife.model.write.interference.InterferenceReply.Taken;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayList;
import java.util.List;

/** The published port as a subject. */
final class PublishedSubject
        implements Subject<InterferenceOperation, InterferenceReply>, InterferenceOperation.Cases<InterferenceReply> {

    private final PublishedInterferenceTracker tracker = new PublishedInterferenceTracker();

    @Override
    public InterferenceReply apply(InterferenceOperation operation) {
        return operation.match(this);
    }

    @Override
    public InterferenceReply accumulate(InterferenceOperation.Accumulate accumulate) {
        PublishedInterferenceTracker.Action action = tracker.accumulate(
                accumulate.score(),
                accumulate.namespace(),
                accumulate.threshold(),
                accumulate.cooldownNanos(),
                accumulate.atNanos());
        return switch (action) {
            case NONE -> new InterferenceReply.Nothing();
            case AWAITING_FEEDBACK -> new InterferenceReply.Suppressed(Reason.AWAITING_FEEDBACK, tracker.total());
            case COOLDOWN -> new InterferenceReply.Suppressed(Reason.COOLDOWN, tracker.total());
            case TRIGGER ->
                new InterferenceReply.Triggered(List.copyOf(tracker.scores().keySet()), tracker.total());
        };
    }

    @Override
    public InterferenceReply feedback(InterferenceOperation.Feedback feedback) {
        if (!tracker.pending()) {
            return new InterferenceReply.Answered(Taken.NO_PENDING_TRIGGER, 0, tracker.total());
        }
        float reduced = tracker.feedback(feedback.outcome() == Outcome.PROGRESS);
        Taken taken = switch (feedback.outcome()) {
            case PROGRESS -> Taken.PROGRESS;
            case NO_PROGRESS -> Taken.NO_PROGRESS;
            case FAILED -> Taken.FAILED;
        };
        return new InterferenceReply.Answered(taken, reduced, tracker.total());
    }

    @Override
    public InterferenceReply backlog(InterferenceOperation.Backlog backlog) {
        List<InterferenceReply.Score> scores = new ArrayList<>();
        tracker.scores().forEach((namespace, score) -> scores.add(new InterferenceReply.Score(namespace, score)));
        return new InterferenceReply.Backlog(scores, tracker.pending());
    }
}
