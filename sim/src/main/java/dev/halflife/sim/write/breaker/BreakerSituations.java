package dev.halflife.sim.write.breaker;

import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.breaker.BreakerOperation;
import dev.halflife.model.write.breaker.BreakerReply;
import dev.halflife.model.write.breaker.BreakerState;
import dev.halflife.sim.component.Situation;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** What a campaign of breakers must have met. */
final class BreakerSituations {

    /** One accepted step. */
    private record Seen(
            BreakerConfig config,
            BreakerState before,
            BreakerOperation operation,
            BreakerReply reply,
            BreakerState after) {

        String partition() {
            return operation.partition();
        }

        long now() {
            return operation.atNanos();
        }

        boolean allowed() {
            return reply instanceof BreakerReply.Allowed answer && answer.allowed();
        }

        boolean refused() {
            return reply instanceof BreakerReply.Allowed answer && !answer.allowed();
        }

        boolean failure() {
            return operation instanceof BreakerOperation.Failure;
        }

        boolean success() {
            return operation instanceof BreakerOperation.Success;
        }

        boolean wasOpened() {
            return before.opened(partition());
        }

        /** Before the end of the open time, whatever that is. */
        boolean early() {
            return now() < before.earliestEndNanos(partition()).orElse(Long.MIN_VALUE);
        }

        boolean probing() {
            return before.probeNanos(partition()).isPresent();
        }

        boolean another() {
            return before.openedPartitions() > (wasOpened() ? 1 : 0);
        }
    }

    static final List<Situation<BreakerConfig, BreakerState, BreakerOperation, BreakerReply>> ALL = List.of(
            of(
                    "opened",
                    "the last of several failures in a row opens a partition",
                    seen -> seen.config().failures() > 1
                            && seen.failure()
                            && !seen.wasOpened()
                            && seen.after().opened(seen.partition())),
            of(
                    "failures-cleared",
                    "a success comes after fewer failures than open",
                    seen -> seen.success() && seen.before().failures(seen.partition()) > 0),
            of("refused", "a call is refused before the end", seen -> seen.refused() && seen.early()),
            of("probe-allowed", "a probe goes after the end", seen -> seen.allowed() && seen.wasOpened()),
            of(
                    "exactly-at-open-until",
                    "a call comes exactly at the end",
                    seen -> seen.operation() instanceof BreakerOperation.Allow
                            && atEnd(seen.before().earliestEndNanos(seen.partition()), seen)
                            && atEnd(seen.before().latestEndNanos(seen.partition()), seen)),
            of(
                    "just-before-open-until",
                    "a call comes a nanosecond before the end",
                    seen -> seen.refused()
                            && seen.now() + 1
                                    == seen.before()
                                            .earliestEndNanos(seen.partition())
                                            .orElse(Long.MIN_VALUE)),
            of(
                    "second-caller-while-probing",
                    "another call comes while a probe is out",
                    seen -> seen.operation() instanceof BreakerOperation.Allow && seen.probing()),
            of("probe-success", "a success comes while a probe is out", seen -> seen.success() && seen.probing()),
            of(
                    "probe-failure-reopens",
                    "a failure comes while a probe is out",
                    seen -> seen.failure() && seen.probing()),
            of(
                    "lost-probe",
                    "a call goes as the probe before it has not reported for an open time",
                    seen -> seen.allowed()
                            && seen.probing()
                            && seen.now()
                                            - seen.before()
                                                    .probeNanos(seen.partition())
                                                    .orElse(0)
                                    >= seen.config().openNanos()),
            of(
                    "late-failure-while-open",
                    "a failure comes before the end",
                    seen -> seen.failure() && seen.wasOpened() && seen.early()),
            of(
                    "extended",
                    "a call is refused after the end there would be without a late failure",
                    seen -> seen.refused()
                            && !seen.probing()
                            && seen.now()
                                    >= seen.before()
                                            .earliestEndNanos(seen.partition())
                                            .orElse(Long.MAX_VALUE)),
            of(
                    "late-failure-after-the-end",
                    "a failure comes after the end, though no call was let through",
                    seen -> seen.failure() && seen.wasOpened() && !seen.early() && !seen.probing()),
            of(
                    "late-success-while-open",
                    "a success comes before the end",
                    seen -> seen.success() && seen.wasOpened() && seen.early()),
            of(
                    "other-partition-untouched-while-open",
                    "a call goes while another partition is open",
                    seen -> seen.allowed() && !seen.wasOpened() && seen.another()),
            of(
                    "two-open",
                    "a partition opens while another is open",
                    seen -> seen.after().openedPartitions()
                            > Math.max(1, seen.before().openedPartitions())),
            of(
                    "backward-clock",
                    "a call comes with a time before the probe was let through",
                    seen -> seen.operation() instanceof BreakerOperation.Allow
                            && seen.now()
                                    < seen.before().probeNanos(seen.partition()).orElse(Long.MIN_VALUE)),
            of(
                    "backward-failure-while-open",
                    "a failure comes whose open time would end before the end there is",
                    seen -> seen.failure()
                            && seen.now() + seen.config().openNanos()
                                    < seen.before()
                                            .earliestEndNanos(seen.partition())
                                            .orElse(Long.MIN_VALUE)));

    private BreakerSituations() {}

    private static boolean atEnd(OptionalLong end, Seen seen) {
        return end.isPresent() && end.getAsLong() == seen.now();
    }

    private static Situation<BreakerConfig, BreakerState, BreakerOperation, BreakerReply> of(
            String id, String text, Predicate<Seen> met) {
        return new Situation<>(
                id,
                text,
                (config, before, operation, reply, after) ->
                        met.test(new Seen(config, before, operation, reply, after)));
    }
}
