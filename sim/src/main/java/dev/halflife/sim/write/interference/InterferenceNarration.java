package dev.halflife.sim.write.interference;

import dev.halflife.model.NameText;
import dev.halflife.model.NumberText;
import dev.halflife.model.write.interference.InterferenceConfig;
import dev.halflife.model.write.interference.InterferenceOperation;
import dev.halflife.model.write.interference.InterferenceReply;
import dev.halflife.model.write.interference.InterferenceState;
import dev.halflife.sim.component.Durations;
import dev.halflife.sim.component.Narration;
import java.util.StringJoiner;

/** Tracker operations, replies and states in a few words. */
final class InterferenceNarration
        implements Narration<InterferenceConfig, InterferenceState, InterferenceOperation, InterferenceReply> {

    @Override
    public String config(InterferenceConfig config) {
        return "lease " + Durations.text(config.leaseNanos());
    }

    @Override
    public String operation(InterferenceOperation operation) {
        return operation.match(new Verbs());
    }

    @Override
    public String reply(InterferenceOperation operation, InterferenceReply reply) {
        if (reply instanceof InterferenceReply.Suppressed suppressed) {
            return "suppressed (" + Words.of(suppressed.reason()) + ") at " + NumberText.of(suppressed.total());
        }
        if (reply instanceof InterferenceReply.Triggered triggered) {
            return "trigger " + NameText.list(triggered.namespaces()) + " at " + NumberText.of(triggered.total());
        }
        if (reply instanceof InterferenceReply.Answered answered) {
            return Words.of(answered.taken()) + ": reduced " + NumberText.of(answered.reduced()) + ", remaining "
                    + NumberText.of(answered.remaining());
        }
        return reply instanceof InterferenceReply.Backlog backlog ? text(backlog) : "none";
    }

    private static String text(InterferenceReply.Backlog backlog) {
        StringJoiner text = new StringJoiner(", ").setEmptyValue("empty");
        for (InterferenceReply.Score score : backlog.scores()) {
            text.add(NameText.of(score.namespace()) + " " + NumberText.of(score.score()));
        }
        return text + (backlog.pending() ? " · pending" : "");
    }

    /** Such as {@code a 0.5, b 1.0 · pending since 0 s}. */
    @Override
    public String note(InterferenceState state) {
        StringJoiner scores = new StringJoiner(", ");
        for (String namespace : state.namespaces()) {
            scores.add(NameText.of(namespace) + " " + NumberText.of(state.score(namespace)));
        }
        return state.pendingNanos().isEmpty()
                ? scores.toString()
                : scores + " · pending since "
                        + Durations.text(state.pendingNanos().getAsLong());
    }

    /** Verb and object. */
    private static final class Verbs implements InterferenceOperation.Cases<String> {
        @Override
        public String accumulate(InterferenceOperation.Accumulate accumulate) {
            return "add      " + NameText.of(accumulate.namespace()) + " " + NumberText.of(accumulate.score()) + " of "
                    + NumberText.of(accumulate.threshold())
                    + (accumulate.cooldownNanos() == 0
                            ? ""
                            : ", cooldown " + Durations.text(accumulate.cooldownNanos()));
        }

        @Override
        public String feedback(InterferenceOperation.Feedback feedback) {
            return "feedback " + Words.of(feedback.outcome());
        }

        @Override
        public String backlog(InterferenceOperation.Backlog backlog) {
            return "backlog";
        }
    }
}
