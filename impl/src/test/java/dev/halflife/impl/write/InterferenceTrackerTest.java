package dev.halflife.impl.write;

import static dev.halflife.impl.write.Action.Reason.AWAITING_FEEDBACK;
import static dev.halflife.impl.write.Action.Reason.COOLDOWN;
import static dev.halflife.impl.write.FeedbackResult.Outcome.NO_PENDING_TRIGGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterferenceTrackerTest {

    private static final float THRESHOLD = 4;
    private static final long COOLDOWN_NANOS = 100;
    private static final long LEASE_NANOS = 1_000;

    private final InterferenceTracker tracker = new InterferenceTracker(LEASE_NANOS);

    @Test
    void i1_belowTheThresholdNothingIsAsked() {
        assertThat(add(1, "a", 0)).isEqualTo(new Action.None());
        assertThat(add(2.5f, "b", 0)).isEqualTo(new Action.None());
        assertThat(tracker.backlog(0).scores()).containsExactly(entry("a", 1f), entry("b", 2.5f));
    }

    @Test
    void i1_negativeScoresAndNaNCountAsZero() {
        add(1, "a", 0);
        add(-5, "a", 0);
        add(Float.NaN, "a", 0);
        add(Float.NEGATIVE_INFINITY, "a", 0);
        add(-0f, "b", 0);
        assertThat(tracker.backlog(0).scores()).containsExactly(entry("a", 1f), entry("b", 0f));
    }

    @Test
    void i1_aTinyScoreCounts() {
        add(Float.MIN_VALUE, "a", 0);
        assertThat(tracker.backlog(0).scores()).containsExactly(entry("a", Float.MIN_VALUE));
    }

    @Test
    void i1_anInfiniteScoreCountsAsTheLargestFiniteOne_andIsGoneAfterProgress() {
        assertThat(add(Float.POSITIVE_INFINITY, "a", 0)).isEqualTo(new Action.Triggered(List.of("a"), Float.MAX_VALUE));
        assertThat(add(Float.POSITIVE_INFINITY, "a", 0))
                .isEqualTo(new Action.Suppressed(AWAITING_FEEDBACK, Float.MAX_VALUE));
        assertThat(add(Float.MAX_VALUE, "b", 0)).isEqualTo(new Action.Suppressed(AWAITING_FEEDBACK, Float.MAX_VALUE));
        assertThat(tracker.feedback(Feedback.PROGRESS, 0))
                .isEqualTo(new FeedbackResult(FeedbackResult.Outcome.PROGRESS, Float.MAX_VALUE, Float.MAX_VALUE));
        assertThat(tracker.backlog(0).scores()).containsExactly(entry("b", Float.MAX_VALUE));
    }

    @Test
    void i2_withARequestPendingItIsSuppressed_evenWithinTheCooldown() {
        add(4, "a", 0);
        assertThat(add(1, "a", 1)).isEqualTo(new Action.Suppressed(AWAITING_FEEDBACK, 5));
        assertThat(add(1, "b", COOLDOWN_NANOS)).isEqualTo(new Action.Suppressed(AWAITING_FEEDBACK, 6));
    }

    @Test
    void i2_withinTheCooldownOfTheLastTriggerItIsSuppressed() {
        add(4, "a", 10);
        tracker.feedback(Feedback.FAILED, 20);
        assertThat(add(1, "a", 109)).isEqualTo(new Action.Suppressed(COOLDOWN, 5));
        assertThat(add(1, "a", 110)).isEqualTo(new Action.Triggered(List.of("a"), 6));
    }

    @Test
    void i2_belowTheThresholdNothingIsSuppressed() {
        add(4, "a", 0);
        tracker.feedback(Feedback.PROGRESS, 0);
        assertThat(add(1, "a", 1)).isEqualTo(new Action.None());
    }

    @Test
    void i3_reachingTheThresholdTriggers_withTheNamespacesInOrder() {
        add(1, "b", 0);
        add(1, "c", 0);
        assertThat(add(2, "a", 0)).isEqualTo(new Action.Triggered(List.of("a", "b", "c"), 4));
        assertThat(tracker.backlog(0).awaitingFeedback()).isTrue();
    }

    @Test
    void i3_theFirstTriggerKnowsNoCooldown_wheneverTheClockStarts() {
        assertThat(add(4, "a", -7)).isEqualTo(new Action.Triggered(List.of("a"), 4));
        assertThat(tracker.backlog(-7 + LEASE_NANOS).awaitingFeedback()).isTrue();
        assertThat(tracker.backlog(-6 + LEASE_NANOS).awaitingFeedback()).isFalse();
    }

    @Test
    void i4_progressSubtractsWhatTheTriggerSawAndKeepsTheRest() {
        add(2, "a", 0);
        add(2, "b", 0);
        add(3, "b", 1);
        add(1, "c", 1);
        assertThat(tracker.feedback(Feedback.PROGRESS, 2))
                .isEqualTo(new FeedbackResult(FeedbackResult.Outcome.PROGRESS, 4, 4));
        assertThat(tracker.backlog(2)).isEqualTo(new Backlog(Map.of("b", 3f, "c", 1f), false));
    }

    @Test
    void i4_progressDropsNamespacesAtOrBelowAMillionth() {
        add(4, "a", 0);
        add(1e-6f, "b", 0);
        add(1.1e-6f, "c", 0);
        tracker.feedback(Feedback.PROGRESS, 0);
        assertThat(tracker.backlog(0).scores()).containsOnlyKeys("c");
    }

    @Test
    void i4_withoutProgressAndOnFailureNothingIsSubtracted() {
        add(4, "a", 0);
        assertThat(tracker.feedback(Feedback.NO_PROGRESS, 0))
                .isEqualTo(new FeedbackResult(FeedbackResult.Outcome.NO_PROGRESS, 0, 4));
        assertThat(tracker.backlog(0).awaitingFeedback()).isFalse();
        add(0, "a", COOLDOWN_NANOS);
        assertThat(tracker.feedback(Feedback.FAILED, COOLDOWN_NANOS))
                .isEqualTo(new FeedbackResult(FeedbackResult.Outcome.FAILED, 0, 4));
        assertThat(tracker.backlog(COOLDOWN_NANOS).awaitingFeedback()).isFalse();
    }

    @Test
    void i4_withoutARequestNothingChanges() {
        add(3, "a", 0);
        for (Feedback feedback : Feedback.values()) {
            assertThat(tracker.feedback(feedback, 0)).isEqualTo(new FeedbackResult(NO_PENDING_TRIGGER, 0, 3));
        }
    }

    @Test
    void i4_feedbackIsTakenOnce() {
        add(4, "a", 0);
        add(4, "a", 0);
        tracker.feedback(Feedback.PROGRESS, 0);
        assertThat(tracker.feedback(Feedback.PROGRESS, 0)).isEqualTo(new FeedbackResult(NO_PENDING_TRIGGER, 0, 4));
    }

    @Test
    void i4_aLaterTriggerForgetsWhatAnEarlierOneSaw() {
        add(4, "a", 0);
        tracker.feedback(Feedback.FAILED, 0);
        add(1, "a", COOLDOWN_NANOS);
        assertThat(tracker.feedback(Feedback.PROGRESS, COOLDOWN_NANOS).reduced())
                .isEqualTo(5);
    }

    @Test
    void f9_aRequestOlderThanTheLeaseHasFailed() {
        add(4, "a", 0);
        assertThat(add(1, "a", LEASE_NANOS)).isEqualTo(new Action.Suppressed(AWAITING_FEEDBACK, 5));
        assertThat(add(1, "a", LEASE_NANOS + 1)).isEqualTo(new Action.Triggered(List.of("a"), 6));
    }

    @Test
    void f9_anExpiredRequestStillHasItsCooldown() {
        add(4, "a", 0);
        assertThat(tracker.accumulate(0, "a", THRESHOLD, 5_000, LEASE_NANOS + 1))
                .isEqualTo(new Action.Suppressed(COOLDOWN, 4));
    }

    @Test
    void f9_feedbackAfterTheLeaseIsForNoRequest() {
        add(4, "a", 0);
        assertThat(tracker.feedback(Feedback.PROGRESS, LEASE_NANOS + 1))
                .isEqualTo(new FeedbackResult(NO_PENDING_TRIGGER, 0, 4));
    }

    @Test
    void f9_feedbackAtTheEndOfTheLeaseIsInTime() {
        add(4, "a", 0);
        assertThat(tracker.feedback(Feedback.PROGRESS, LEASE_NANOS).reduced()).isEqualTo(4);
    }

    @Test
    void f9_whatHasExpiredStaysExpiredForAnOlderClock() {
        add(4, "a", 0);
        tracker.accumulate(0, "a", 100, 0, LEASE_NANOS + 1);
        assertThat(tracker.backlog(0).awaitingFeedback()).isFalse();
        assertThat(tracker.feedback(Feedback.PROGRESS, 0).outcome()).isEqualTo(NO_PENDING_TRIGGER);
    }

    @Test
    void f9_lookingAtTheBacklogExpiresNothing() {
        add(4, "a", 0);
        assertThat(tracker.backlog(LEASE_NANOS + 1).awaitingFeedback()).isFalse();
        assertThat(tracker.feedback(Feedback.PROGRESS, 0).reduced()).isEqualTo(4);
    }

    @Test
    void anOlderClockEndsNeitherCooldownNorLease() {
        add(4, "a", 1_000_000);
        assertThat(add(0, "a", 0)).isEqualTo(new Action.Suppressed(AWAITING_FEEDBACK, 4));
        tracker.feedback(Feedback.FAILED, 0);
        assertThat(add(0, "a", 0)).isEqualTo(new Action.Suppressed(COOLDOWN, 4));
        assertThat(add(0, "a", 1_000_000 + COOLDOWN_NANOS)).isInstanceOf(Action.Triggered.class);
    }

    @Test
    void aTriggerWithAnOlderTimeDoesNotShortenTheCooldown() {
        add(4, "a", 500);
        tracker.feedback(Feedback.FAILED, 500);
        assertThat(tracker.accumulate(0, "a", THRESHOLD, 0, 100)).isInstanceOf(Action.Triggered.class);
        tracker.feedback(Feedback.FAILED, 500);
        assertThat(add(0, "a", 599)).isEqualTo(new Action.Suppressed(COOLDOWN, 4));
        assertThat(add(0, "a", 600)).isInstanceOf(Action.Triggered.class);
    }

    @Test
    void aSpanBeyondALongCountsAsTheLongest() {
        add(4, "a", Long.MIN_VALUE);
        assertThat(tracker.backlog(Long.MAX_VALUE).awaitingFeedback()).isFalse();
    }

    @Test
    void whatMakesNoSenseIsRefusedAndChangesNothing() {
        assertThatThrownBy(() -> tracker.accumulate(1, "a", Float.NaN, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threshold must be a number: NaN");
        assertThatThrownBy(() -> tracker.accumulate(1, "a", 1, -1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cooldownNanos must be within [0, 9223372036854775807]: -1");
        assertThatThrownBy(() -> new InterferenceTracker(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("leaseNanos must be within [1, 9223372036854775807]: 0");
        assertThat(new InterferenceTracker(1).backlog(0).scores()).isEmpty();
        assertThat(tracker.backlog(0).scores()).isEmpty();
    }

    private Action add(float score, String namespace, long nowNanos) {
        return tracker.accumulate(score, namespace, THRESHOLD, COOLDOWN_NANOS, nowNanos);
    }
}
