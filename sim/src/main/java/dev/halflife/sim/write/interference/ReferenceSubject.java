package dev.halflife.sim.write.interference;

import dev.halflife.impl.write.Action;
import dev.halflife.impl.write.Backlog;
import dev.halflife.impl.write.Feedback;
import dev.halflife.impl.write.FeedbackResult;
import dev.halflife.impl.write.InterferenceTracker;
import dev.halflife.model.write.interference.InterferenceConfig;
import dev.halflife.model.write.interference.InterferenceOperation;
import dev.halflife.model.write.interference.InterferenceReply;
import dev.halflife.model.write.interference.InterferenceReply.Reason;
import dev.halflife.model.write.interference.InterferenceReply.Taken;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayList;
import java.util.List;

/** The reference as a subject. */
final class ReferenceSubject
        implements Subject<InterferenceOperation, InterferenceReply>, InterferenceOperation.Cases<InterferenceReply> {

    private static final InterferenceReply NOTHING = new InterferenceReply.Nothing();

    private final InterferenceTracker tracker;

    ReferenceSubject(InterferenceConfig config) {
        this.tracker = new InterferenceTracker(config.leaseNanos());
    }

    @Override
    public InterferenceReply apply(InterferenceOperation operation) {
        return operation.match(this);
    }

    @Override
    public InterferenceReply accumulate(InterferenceOperation.Accumulate accumulate) {
        Action action = tracker.accumulate(
                accumulate.score(),
                accumulate.namespace(),
                accumulate.threshold(),
                accumulate.cooldownNanos(),
                accumulate.atNanos());
        if (action instanceof Action.Suppressed suppressed) {
            Reason reason = suppressed.reason() == Action.Reason.COOLDOWN ? Reason.COOLDOWN : Reason.AWAITING_FEEDBACK;
            return new InterferenceReply.Suppressed(reason, suppressed.total());
        }
        return action instanceof Action.Triggered triggered
                ? new InterferenceReply.Triggered(triggered.namespaces(), triggered.total())
                : NOTHING;
    }

    @Override
    public InterferenceReply feedback(InterferenceOperation.Feedback feedback) {
        Feedback given = switch (feedback.outcome()) {
            case PROGRESS -> Feedback.PROGRESS;
            case NO_PROGRESS -> Feedback.NO_PROGRESS;
            case FAILED -> Feedback.FAILED;
        };
        FeedbackResult result = tracker.feedback(given, feedback.atNanos());
        Taken taken = switch (result.outcome()) {
            case PROGRESS -> Taken.PROGRESS;
            case NO_PROGRESS -> Taken.NO_PROGRESS;
            case FAILED -> Taken.FAILED;
            case NO_PENDING_TRIGGER -> Taken.NO_PENDING_TRIGGER;
        };
        return new InterferenceReply.Answered(taken, result.reduced(), result.remaining());
    }

    @Override
    public InterferenceReply backlog(InterferenceOperation.Backlog ask) {
        Backlog backlog = tracker.backlog(ask.atNanos());
        List<InterferenceReply.Score> scores = new ArrayList<>();
        backlog.scores().forEach((namespace, score) -> scores.add(new InterferenceReply.Score(namespace, score)));
        return new InterferenceReply.Backlog(scores, backlog.awaitingFeedback());
    }
}
