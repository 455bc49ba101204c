package dev.halflife.sim.write.interference;

import dev.halflife.model.write.interference.InterferenceConfig;
import dev.halflife.model.write.interference.InterferenceOperation;
import dev.halflife.model.write.interference.InterferenceReply;
import dev.halflife.model.write.interference.InterferenceReply.Reason;
import dev.halflife.model.write.interference.InterferenceReply.Taken;
import dev.halflife.model.write.interference.InterferenceState;
import dev.halflife.sim.component.Situation;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** What a campaign of trackers must have met. */
final class InterferenceSituations {

    /** One accepted step. */
    private record Seen(
            InterferenceConfig config,
            InterferenceState before,
            InterferenceOperation operation,
            InterferenceReply reply,
            InterferenceState after) {

        boolean added(Predicate<InterferenceOperation.Accumulate> which) {
            return operation instanceof InterferenceOperation.Accumulate accumulate && which.test(accumulate);
        }

        boolean triggered() {
            return reply instanceof InterferenceReply.Triggered;
        }

        boolean suppressed(Reason reason) {
            return reply instanceof InterferenceReply.Suppressed suppressed && suppressed.reason() == reason;
        }

        boolean answered(Taken taken) {
            return reply instanceof InterferenceReply.Answered answered && answered.taken() == taken;
        }

        /** How long ago the pending request was triggered; negative without one. */
        long pendingAge() {
            OptionalLong pending = before.pendingNanos();
            return pending.isPresent() ? operation.atNanos() - pending.getAsLong() : -1;
        }

        boolean cools() {
            OptionalLong last = before.lastTriggerNanos();
            return last.isPresent() && added(add -> add.atNanos() - last.getAsLong() < add.cooldownNanos());
        }

        boolean pastLease() {
            return pendingAge() > config.leaseNanos();
        }
    }

    static final List<Situation<InterferenceConfig, InterferenceState, InterferenceOperation, InterferenceReply>> ALL =
            List.of(
                    of(
                            "below",
                            "a total stays below the threshold",
                            seen -> seen.reply() instanceof InterferenceReply.Nothing),
                    of("triggered", "a request is triggered", Seen::triggered),
                    of(
                            "suppressed-awaiting",
                            "a pending request suppresses another",
                            seen -> seen.suppressed(Reason.AWAITING_FEEDBACK)),
                    of(
                            "suppressed-cooldown",
                            "the cooldown suppresses a request",
                            seen -> seen.suppressed(Reason.COOLDOWN)),
                    of(
                            "both-would-suppress",
                            "a request is pending and the cooldown runs",
                            seen -> seen.suppressed(Reason.AWAITING_FEEDBACK) && seen.cools()),
                    of(
                            "exactly-at-cooldown",
                            "a request is triggered exactly at the end of the cooldown",
                            seen -> seen.triggered()
                                    && seen.before().lastTriggerNanos().isPresent()
                                    && seen.added(add -> add.cooldownNanos() > 0
                                            && add.atNanos()
                                                            - seen.before()
                                                                    .lastTriggerNanos()
                                                                    .getAsLong()
                                                    == add.cooldownNanos())),
                    of("progress", "progress is reported", seen -> seen.answered(Taken.PROGRESS)),
                    of("no-progress", "success without progress is reported", seen -> seen.answered(Taken.NO_PROGRESS)),
                    of("failed", "a failure is reported", seen -> seen.answered(Taken.FAILED)),
                    of(
                            "no-pending",
                            "feedback comes when nothing was ever triggered",
                            seen -> seen.answered(Taken.NO_PENDING_TRIGGER)
                                    && seen.before().lastTriggerNanos().isEmpty()),
                    of(
                            "twice-answered",
                            "feedback comes after the request was answered",
                            seen -> seen.answered(Taken.NO_PENDING_TRIGGER)
                                    && seen.before().lastTriggerNanos().isPresent()
                                    && seen.before().pendingNanos().isEmpty()),
                    of(
                            "accumulated-after-trigger-survives",
                            "progress leaves what came after the trigger",
                            seen -> seen.answered(Taken.PROGRESS)
                                    && seen.after().total() > 0),
                    of(
                            "namespace-dropped",
                            "progress drops a namespace and leaves another",
                            seen -> seen.answered(Taken.PROGRESS)
                                    && !seen.after().namespaces().isEmpty()
                                    && seen.after().namespaces().size()
                                            < seen.before().namespaces().size()),
                    of(
                            "several-namespaces-in-order",
                            "a request names three namespaces or more",
                            seen -> seen.reply() instanceof InterferenceReply.Triggered triggered
                                    && triggered.namespaces().size() > 2),
                    of(
                            "threshold-exactly-reached",
                            "a request is triggered at exactly the threshold",
                            seen -> seen.reply() instanceof InterferenceReply.Triggered triggered
                                    && seen.added(add -> add.threshold() > 0 && add.threshold() == triggered.total())),
                    of("nan-score", "a score is NaN", seen -> seen.added(add -> Float.isNaN(add.score()))),
                    of("negative-score", "a score is negative", seen -> seen.added(add -> add.score() < 0)),
                    of(
                            "infinite-score",
                            "a score is infinite",
                            seen -> seen.added(add -> add.score() == Float.POSITIVE_INFINITY)),
                    of(
                            "denormal-score",
                            "a score is the smallest there is",
                            seen -> seen.added(add -> add.score() == Float.MIN_VALUE)),
                    of(
                            "overflow",
                            "finite scores add up past the largest float",
                            seen -> seen.added(add -> Float.isFinite(add.score())
                                    && Float.isInfinite(seen.before().score(add.namespace()) + add.score()))),
                    of(
                            "progress-after-infinity",
                            "progress takes more than the largest float",
                            seen -> seen.reply() instanceof InterferenceReply.Answered answered
                                    && answered.taken() == Taken.PROGRESS
                                    && answered.reduced() >= Float.MAX_VALUE),
                    of(
                            "exactly-at-lease",
                            "a request as old as its lease is answered",
                            seen -> seen.pendingAge() == seen.config().leaseNanos()
                                    && seen.operation() instanceof InterferenceOperation.Feedback),
                    of(
                            "pending-expired",
                            "a request is triggered as the one before outlived its lease",
                            seen -> seen.pastLease() && seen.triggered()),
                    of(
                            "expired-but-cooling",
                            "a request outlived its lease, but its cooldown runs",
                            seen -> seen.pastLease() && seen.suppressed(Reason.COOLDOWN)),
                    of(
                            "late-feedback",
                            "feedback comes for a request that outlived its lease",
                            seen -> seen.pastLease() && seen.operation() instanceof InterferenceOperation.Feedback),
                    of(
                            "backward-clock",
                            "a score comes with a time before the pending request's",
                            seen -> seen.before().pendingNanos().isPresent()
                                    && seen.added(add -> add.atNanos()
                                            < seen.before().pendingNanos().getAsLong())));

    private InterferenceSituations() {}

    private static Situation<InterferenceConfig, InterferenceState, InterferenceOperation, InterferenceReply> of(
            String id, String text, Predicate<Seen> met) {
        return new Situation<>(
                id,
                text,
                (config, before, operation, reply, after) ->
                        met.test(new Seen(config, before, operation, reply, after)));
    }
}
