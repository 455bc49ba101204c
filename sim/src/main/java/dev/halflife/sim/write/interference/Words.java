package dev.halflife.sim.write.interference;

import dev.halflife.model.write.interference.InterferenceOperation.Outcome;
import dev.halflife.model.write.interference.InterferenceReply.Reason;
import dev.halflife.model.write.interference.InterferenceReply.Taken;
import dev.halflife.sim.json.MalformedInput;

/** What choices are called in traces. */
final class Words {

    private Words() {}

    static String of(Reason reason) {
        return switch (reason) {
            case AWAITING_FEEDBACK -> "awaiting-feedback";
            case COOLDOWN -> "cooldown";
        };
    }

    static String of(Outcome outcome) {
        return switch (outcome) {
            case PROGRESS -> "progress";
            case NO_PROGRESS -> "no-progress";
            case FAILED -> "failed";
        };
    }

    static String of(Taken taken) {
        return switch (taken) {
            case PROGRESS -> "progress";
            case NO_PROGRESS -> "no-progress";
            case FAILED -> "failed";
            case NO_PENDING_TRIGGER -> "no-pending-trigger";
        };
    }

    static Reason reason(String text) {
        return switch (text) {
            case "awaiting-feedback" -> Reason.AWAITING_FEEDBACK;
            case "cooldown" -> Reason.COOLDOWN;
            default -> throw new MalformedInput("reason must be awaiting-feedback or cooldown: " + text);
        };
    }

    static Outcome outcome(String text) {
        return switch (text) {
            case "progress" -> Outcome.PROGRESS;
            case "no-progress" -> Outcome.NO_PROGRESS;
            case "failed" -> Outcome.FAILED;
            default -> throw new MalformedInput("feedback must be progress, no-progress or failed: " + text);
        };
    }

    static Taken taken(String text) {
        return switch (text) {
            case "progress" -> Taken.PROGRESS;
            case "no-progress" -> Taken.NO_PROGRESS;
            case "failed" -> Taken.FAILED;
            case "no-pending-trigger" -> Taken.NO_PENDING_TRIGGER;
            default ->
                throw new MalformedInput(
                        "outcome must be progress, no-progress, failed or no-pending-trigger: " + text);
        };
    }
}
