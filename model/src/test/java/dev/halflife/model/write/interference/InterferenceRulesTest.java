package dev.halflife.model.write.interference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halflife.model.Contract;
import dev.halflife.model.Rule;
import dev.halflife.model.Step;
import dev.halflife.model.write.interference.InterferenceOperation.Outcome;
import dev.halflife.model.write.interference.InterferenceReply.Reason;
import dev.halflife.model.write.interference.InterferenceReply.Score;
import dev.halflife.model.write.interference.InterferenceReply.Taken;
import java.util.List;
import org.junit.jupiter.api.Test;

/** I1 to I5 and F9, each kept and each broken by hand. */
class InterferenceRulesTest {

    private static final long LEASE = 100;
    private static final long COOLDOWN = 30;
    private static final InterferenceReply NOTHING = new InterferenceReply.Nothing();

    private InterferenceSpec spec = new InterferenceSpec(new InterferenceConfig(LEASE), Contract.strict());
    private InterferenceState state = spec.initial();

    @Test
    void i1_belowTheThresholdNothingIsAsked() {
        assertThat(judge(add(0, "a", 0.5f), triggered(0.5f, "a"))).isEqualTo("I1");
        assertThat(judge(add(0, "a", 0.5f), suppressed(Reason.COOLDOWN, 0.5f))).isEqualTo("I1");
        assertThat(judge(add(0, "a", 0.5f), NOTHING)).isEqualTo("accepted");
    }

    @Test
    void i1_theThresholdItselfIsReached() {
        go(add(0, "a", 0.5f), NOTHING);

        assertThat(judge(add(0, "a", 0.5f), NOTHING)).isEqualTo("I1");
        assertThat(judge(add(0, "a", Math.nextDown(0.5f)), NOTHING)).isEqualTo("accepted");
    }

    @Test
    void i1_aTotalThatMayHaveRoundedEitherWayIsTakenEitherWay() {
        for (int i = 0; i < 9; i++) {
            go(add(0, "a", 0.1f), NOTHING);
        }

        assertThat(judge(add(0, "a", 0.1f), NOTHING)).isEqualTo("accepted");
        assertThat(judge(add(0, "a", 0.1f), triggered(1, "a"))).isEqualTo("accepted");
        assertThat(judge(add(0, "a", 0.1f), triggered(1.00001f, "a"))).isEqualTo("I3");
    }

    @Test
    void i1_nanAndNegativeScoresCountAsNothing() {
        go(add(0, "a", 0.5f), NOTHING);
        go(add(0, "a", Float.NaN), NOTHING);
        go(add(0, "a", -1), NOTHING);
        go(add(0, "a", Float.NEGATIVE_INFINITY), NOTHING);

        assertThat(backlog(0, false, new Score("a", 0.5f))).isEqualTo("accepted");
        assertThat(backlog(0, false, new Score("a", Float.NaN))).isEqualTo("I1");
        assertThat(backlog(0, false, new Score("a", -0.5f))).isEqualTo("I1");
    }

    @Test
    void i2_aPendingRequestSuppressesBeforeTheCooldownDoes() {
        trigger(0, "a", 1);

        assertThat(judge(add(0, "a", 1), suppressed(Reason.AWAITING_FEEDBACK, 2)))
                .isEqualTo("accepted");
        assertThat(judge(add(0, "a", 1), suppressed(Reason.COOLDOWN, 2))).isEqualTo("I2");
        assertThat(judge(add(COOLDOWN, "a", 1), triggered(2, "a"))).isEqualTo("I2");
        assertThat(judge(add(0, "a", 1), suppressed(Reason.AWAITING_FEEDBACK, 1)))
                .isEqualTo("I2");
    }

    @Test
    void i2_theCooldownCountsFromTheTriggerAndEndsWithItsLastNanosecond() {
        trigger(0, "a", 1);
        go(feedback(20, Outcome.FAILED), answered(Taken.FAILED, 0, 1));

        assertThat(judge(add(COOLDOWN - 1, "a", 1), triggered(2, "a"))).isEqualTo("I2");
        assertThat(judge(add(COOLDOWN, "a", 1), suppressed(Reason.COOLDOWN, 2))).isEqualTo("I3");
        assertThat(judge(add(COOLDOWN, "a", 1), triggered(2, "a"))).isEqualTo("accepted");
    }

    @Test
    void i2_timeThatGoesBackHasNotPassed() {
        trigger(0, "a", 1);
        go(feedback(0, Outcome.FAILED), answered(Taken.FAILED, 0, 1));

        assertThat(judge(add(-1000, "a", 1), suppressed(Reason.COOLDOWN, 2))).isEqualTo("accepted");
        assertThat(judge(add(-1000, "a", 1), triggered(2, "a"))).isEqualTo("I2");
    }

    @Test
    void i3_aTriggerNamesEveryNamespaceInOrder() {
        go(add(0, "b", 0.5f), NOTHING);
        InterferenceOperation second = add(0, "a", 0.5f);

        assertThat(judge(second, triggered(1, "a", "b"))).isEqualTo("accepted");
        assertThat(judge(second, triggered(1, "b", "a"))).isEqualTo("I3");
        assertThat(judge(second, triggered(1, "a"))).isEqualTo("I3");
        assertThat(judge(second, triggered(1, "a", "a", "b"))).isEqualTo("I3");
        assertThat(judge(second, triggered(1, "a", "b", "c"))).isEqualTo("I3");
        assertThat(judge(second, triggered(2, "a", "b"))).isEqualTo("I3");
    }

    @Test
    void i3_aNamespaceThatNothingWasAddedToMayBeNamedOrNot() {
        go(add(0, "b", 0), NOTHING);

        assertThat(judge(add(0, "a", 1), triggered(1, "a", "b"))).isEqualTo("accepted");
        assertThat(judge(add(0, "a", 1), triggered(1, "a"))).isEqualTo("accepted");
    }

    @Test
    void i4_progressTakesWhatTheRequestSawAndLeavesWhatCameSince() {
        trigger(0, "a", 1);
        go(add(0, "a", 0.25f), suppressed(Reason.AWAITING_FEEDBACK, 1.25f));
        go(add(0, "b", 0.5f), suppressed(Reason.AWAITING_FEEDBACK, 1.75f));
        InterferenceOperation progress = feedback(1, Outcome.PROGRESS);

        assertThat(judge(progress, answered(Taken.PROGRESS, 1.25f, 0.5f))).isEqualTo("I4");
        assertThat(judge(progress, answered(Taken.PROGRESS, 1, 0))).isEqualTo("I5");
        assertThat(judge(progress, answered(Taken.NO_PROGRESS, 0, 1.75f))).isEqualTo("I4");
        go(progress, answered(Taken.PROGRESS, 1, 0.75f));
        assertThat(backlog(1, false, new Score("b", 0.5f), new Score("a", 0.25f)))
                .isEqualTo("accepted");
        assertThat(backlog(1, false, new Score("b", 0.25f), new Score("a", 0.5f)))
                .isEqualTo("I1");
        assertThat(backlog(1, false, new Score("a", 0.25f))).isEqualTo("I5");
    }

    @Test
    void i4_progressDropsNamespacesAtOneMillionthAndKeepsThoseAbove() {
        trigger(0, "a", 1);
        go(add(0, "b", 1e-6f), suppressed(Reason.AWAITING_FEEDBACK, 1.000001f));
        go(add(0, "c", Math.nextUp(1e-6f)), suppressed(Reason.AWAITING_FEEDBACK, 1.000002f));
        go(feedback(0, Outcome.PROGRESS), answered(Taken.PROGRESS, 1, Math.nextUp(1e-6f)));

        assertThat(backlog(0, false, new Score("c", Math.nextUp(1e-6f)))).isEqualTo("accepted");
        assertThat(backlog(0, false)).isEqualTo("I5");
        assertThat(backlog(0, false, new Score("a", 0), new Score("c", Math.nextUp(1e-6f))))
                .isEqualTo("I4");
        assertThat(backlog(0, false, new Score("b", 1e-6f), new Score("c", Math.nextUp(1e-6f))))
                .isEqualTo("I4");
    }

    @Test
    void i4_anyFeedbackEndsTheRequestAndWithoutOneNothingChanges() {
        for (Outcome outcome : List.of(Outcome.NO_PROGRESS, Outcome.FAILED)) {
            state = spec.initial();
            trigger(0, "a", 1);
            Taken taken = outcome == Outcome.FAILED ? Taken.FAILED : Taken.NO_PROGRESS;
            assertThat(judge(feedback(0, outcome), answered(taken, 1, 0))).isEqualTo("I4");
            go(feedback(0, outcome), answered(taken, 0, 1));

            assertThat(judge(feedback(0, Outcome.PROGRESS), answered(Taken.PROGRESS, 1, 0)))
                    .isEqualTo("I4");
            assertThat(judge(feedback(0, Outcome.PROGRESS), answered(Taken.NO_PENDING_TRIGGER, 0, 1)))
                    .isEqualTo("accepted");
            assertThat(judge(add(COOLDOWN, "a", 1), suppressed(Reason.AWAITING_FEEDBACK, 2)))
                    .isEqualTo("I4");
            assertThat(backlog(0, true, new Score("a", 1))).isEqualTo("I4");
        }
    }

    @Test
    void i5_smallScoresBesideALargeOneAreNeitherAFalseAlarmNorAHidingPlace() {
        spec = new InterferenceSpec(new InterferenceConfig(LEASE), Contract.published());
        for (int i = 0; i < 1_000; i++) {
            go(new InterferenceOperation.Accumulate(0, "a", 0.1f, 1e9f, 0), NOTHING);
        }
        float inFloats = 0;
        for (int i = 0; i < 1_000; i++) {
            inFloats += 0.1f;
        }

        assertThat(backlog(0, false, new Score("a", inFloats))).isEqualTo("accepted");
        assertThat(backlog(0, false, new Score("a", 100))).isEqualTo("accepted");
        assertThat(backlog(0, false, new Score("a", 99.9f))).isEqualTo("I5");
        go(new InterferenceOperation.Backlog(0), new InterferenceReply.Backlog(List.of(new Score("a", 100)), false));
        assertThat(backlog(0, false, new Score("a", 100.0001f))).isEqualTo("I5");
    }

    @Test
    void i5_aScorePastTheLargestFloatIsInfiniteOrTheLargestFloat() {
        InterferenceOperation infinite = add(0, "a", Float.POSITIVE_INFINITY);

        assertThat(judge(infinite, triggered(Float.POSITIVE_INFINITY, "a"))).isEqualTo("accepted");
        assertThat(judge(infinite, triggered(1e38f, "a"))).isEqualTo("I3");
        assertThat(judge(infinite, triggered(Float.NaN, "a"))).isEqualTo("I1");
        go(infinite, triggered(Float.MAX_VALUE, "a"));
        go(add(0, "b", 0.5f), suppressed(Reason.AWAITING_FEEDBACK, Float.MAX_VALUE));
        assertThat(judge(feedback(0, Outcome.PROGRESS), answered(Taken.PROGRESS, Float.NaN, 0.5f)))
                .isEqualTo("I5");
        go(feedback(0, Outcome.PROGRESS), answered(Taken.PROGRESS, Float.MAX_VALUE, 0.5f));
        assertThat(backlog(0, false, new Score("b", 0.5f))).isEqualTo("accepted");
    }

    @Test
    void f9_aRequestIsPendingForItsLeaseAndNoLonger() {
        trigger(0, "a", 1);

        assertThat(judge(add(LEASE, "a", 1), suppressed(Reason.AWAITING_FEEDBACK, 2)))
                .isEqualTo("accepted");
        assertThat(judge(add(LEASE, "a", 1), triggered(2, "a"))).isEqualTo("I2");
        assertThat(judge(add(LEASE + 1, "a", 1), suppressed(Reason.AWAITING_FEEDBACK, 2)))
                .isEqualTo("F9");
        assertThat(judge(add(LEASE + 1, "a", 1), triggered(2, "a"))).isEqualTo("accepted");
    }

    @Test
    void f9_lateFeedbackIsTakenForNothing() {
        trigger(0, "a", 1);

        assertThat(judge(feedback(LEASE + 1, Outcome.PROGRESS), answered(Taken.PROGRESS, 1, 0)))
                .isEqualTo("F9");
        assertThat(judge(feedback(LEASE + 1, Outcome.PROGRESS), answered(Taken.PROGRESS, 0, 1)))
                .isEqualTo("I4");
        assertThat(judge(feedback(LEASE + 1, Outcome.PROGRESS), answered(Taken.NO_PENDING_TRIGGER, 0, 1)))
                .isEqualTo("accepted");
        assertThat(backlog(LEASE + 1, true, new Score("a", 1))).isEqualTo("F9");
    }

    @Test
    void f9_anExpiredRequestsCooldownStillRuns() {
        go(new InterferenceOperation.Accumulate(0, "a", 1, 1, 1000), triggered(1, "a"));
        InterferenceOperation later = new InterferenceOperation.Accumulate(LEASE + 1, "a", 1, 1, 1000);

        assertThat(judge(later, suppressed(Reason.COOLDOWN, 2))).isEqualTo("accepted");
        assertThat(judge(later, triggered(2, "a"))).isEqualTo("I2");
    }

    @Test
    void f9_aRequestGivenUpMayBePendingAgainOnlyWhereTheClockGoesBack() {
        trigger(0, "a", 1);
        go(new InterferenceOperation.Accumulate(LEASE + 1, "a", 1, 10, 0), NOTHING);

        assertThat(backlog(LEASE, true, new Score("a", 2))).isEqualTo("accepted");
        assertThat(backlog(LEASE, false, new Score("a", 2))).isEqualTo("accepted");
        assertThat(backlog(LEASE + 1, true, new Score("a", 2))).isEqualTo("F9");
        go(new InterferenceOperation.Backlog(LEASE), new InterferenceReply.Backlog(List.of(new Score("a", 2)), false));
        assertThat(backlog(LEASE, true, new Score("a", 2))).isEqualTo("I4");
    }

    @Test
    void f9_underThePublishedContractARequestIsPendingForEver() {
        spec = new InterferenceSpec(new InterferenceConfig(LEASE), Contract.published());
        trigger(0, "a", 1);

        assertThat(judge(add(1000 * LEASE, "a", 1), suppressed(Reason.AWAITING_FEEDBACK, 2)))
                .isEqualTo("accepted");
        assertThat(judge(add(1000 * LEASE, "a", 1), triggered(2, "a"))).isEqualTo("I2");
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new InterferenceConfig(0))
                .hasMessage("leaseNanos must be within [1, 9223372036854775807]: 0");
        assertThatThrownBy(() -> new InterferenceOperation.Accumulate(0, "a", 1, Float.NaN, 0))
                .hasMessage("threshold must be a number: NaN");
        assertThatThrownBy(() -> new InterferenceOperation.Accumulate(0, "a", 1, 1, -1))
                .hasMessage("cooldownNanos must be within [0, 9223372036854775807]: -1");
    }

    @Test
    void i1_aNamespaceWithoutScoreMakesNoTotalLessCertain() {
        for (int i = 0; i < 100; i++) {
            go(add(0, "z" + i, 0), NOTHING);
        }
        for (int i = 0; i < 9; i++) {
            go(add(0, "a", 0.1f), NOTHING);
        }

        assertThat(judge(add(0, "a", 0.1f), triggered(1.00001f, "a"))).isEqualTo("I3");
    }

    @Test
    void i1_aTotalMayHaveRoundedAtEachNamespace() {
        String[] namespaces = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"};
        for (int i = 1; i < namespaces.length; i++) {
            go(add(0, namespaces[i], 0x1p-24f), NOTHING);
        }

        assertThat(judge(add(0, "a", 1), triggered(1, namespaces))).isEqualTo("accepted");
        assertThat(judge(add(0, "a", 1), triggered(1.0000006f, namespaces))).isEqualTo("accepted");
        assertThat(judge(add(0, "a", 1), triggered(1.00001f, namespaces))).isEqualTo("I3");
    }

    @Test
    void i1_theLargestFloatItselfIsExact() {
        InterferenceOperation largest = add(0, "a", Float.MAX_VALUE);

        assertThat(judge(largest, triggered(Float.MAX_VALUE, "a"))).isEqualTo("accepted");
        assertThat(judge(largest, triggered(Math.nextDown(Float.MAX_VALUE), "a")))
                .isEqualTo("I3");
        assertThat(judge(largest, triggered(Float.POSITIVE_INFINITY, "a"))).isEqualTo("I3");
        assertThat(judge(largest, triggered(0, "a"))).isEqualTo("I3");
    }

    @Test
    void i4_whatCameSinceAnInfiniteScoreMayBeCutOffAtTheLargestFloat() {
        trigger(0, "a", 1e38f);
        go(add(0, "a", Float.POSITIVE_INFINITY), suppressed(Reason.AWAITING_FEEDBACK, Float.MAX_VALUE));

        float left = Float.MAX_VALUE - 1e38f;
        assertThat(judge(feedback(0, Outcome.PROGRESS), answered(Taken.PROGRESS, 1e38f, left)))
                .isEqualTo("accepted");
        assertThat(judge(feedback(0, Outcome.PROGRESS), answered(Taken.PROGRESS, 1e38f, 1e38f)))
                .isEqualTo("I4");
    }

    @Test
    void i4_progressLeavesWhatCameSinceAlsoWhereThatRounds() {
        trigger(0, "a", 1);
        for (int i = 0; i < 10; i++) {
            go(new InterferenceOperation.Accumulate(0, "a", 0.1f, 9, 0), NOTHING);
        }

        assertThat(judge(feedback(0, Outcome.PROGRESS), answered(Taken.PROGRESS, 1, 1)))
                .isEqualTo("accepted");
        assertThat(judge(feedback(0, Outcome.PROGRESS), answered(Taken.PROGRESS, 1, 0.5f)))
                .isEqualTo("I5");
    }

    @Test
    void i5_aSumThatRoundsUpEachTimeIsNoFalseAlarm() {
        go(new InterferenceOperation.Accumulate(0, "a", 0x1p24f, 1e9f, 0), NOTHING);
        float inFloats = 0x1p24f;
        for (int i = 0; i < 1_000; i++) {
            go(new InterferenceOperation.Accumulate(0, "a", 1.5f, 1e9f, 0), NOTHING);
            inFloats += 1.5f;
        }

        assertThat(inFloats).isEqualTo(0x1p24f + 2_000);
        assertThat(backlog(0, false, new Score("a", inFloats))).isEqualTo("accepted");
        assertThat(backlog(0, false, new Score("a", 0x1p24f + 1_500))).isEqualTo("accepted");
    }

    @Test
    void i5_whatABacklogTellsBindsAlsoAfterARequestThatFailed() {
        for (int i = 0; i < 1_000; i++) {
            go(new InterferenceOperation.Accumulate(0, "a", 0.1f, 1e9f, 0), NOTHING);
        }
        go(add(0, "b", 1), triggered(101, "a", "b"));
        go(feedback(0, Outcome.FAILED), answered(Taken.FAILED, 0, 101));
        go(
                new InterferenceOperation.Backlog(0),
                new InterferenceReply.Backlog(List.of(new Score("a", 100), new Score("b", 1)), false));

        assertThat(backlog(0, false, new Score("a", 100.0001f), new Score("b", 1)))
                .isEqualTo("I5");
        assertThat(backlog(0, false, new Score("a", 100), new Score("b", 1))).isEqualTo("accepted");
    }

    @Test
    void i4_isBrokenByTheWrongPartAndI5ByWhatIsLostBeyondRounding() {
        trigger(0, "a", 1_000);
        float nearly = Math.nextDown(1_000f);

        assertThat(judge(feedback(0, Outcome.PROGRESS), answered(Taken.PROGRESS, nearly, 0)))
                .isEqualTo("I4");
        assertThat(judge(feedback(0, Outcome.PROGRESS), answered(Taken.PROGRESS, 999.999f, 0)))
                .isEqualTo("I5");
        assertThat(backlog(0, true, new Score("a", nearly))).isEqualTo("I1");
        assertThat(backlog(0, true, new Score("a", 999.999f))).isEqualTo("I5");
        assertThat(backlog(0, true, new Score("a", 0))).isEqualTo("I5");
    }

    @Test
    void aRangeAdmitsItsBoundsAndOneRoundingBeyond() {
        Range range = new Range(1, 2);

        assertThat(range.admits(1 - 0x1p-23f)).isTrue();
        assertThat(range.admits(1 - 0x1p-22f)).isFalse();
        assertThat(range.admits(2 + 0x1p-22f)).isTrue();
        assertThat(range.admits(2 + 0x1p-21f)).isFalse();
        assertThat(range.within(new Range(2, 3))).isEqualTo(new Range(2, 2));
        assertThat(range.within(new Range(3, 4))).isEqualTo(range);
        assertThat(new Range(0.5, 0.5)).hasToString("0.5");
        assertThat(new Range(0.25, 0.75)).hasToString("about 0.5");
    }

    @Test
    void eachReplyPutsToTheTestTheRulesItSpeaksOf() {
        assertThat(tested(add(0, "a", 0.5f), NOTHING)).containsExactly("I1");
        assertThat(tested(add(0, "a", 1), triggered(1, "a"))).containsExactly("I1", "I3");
        trigger(0, "a", 1);
        assertThat(tested(add(0, "a", 1), suppressed(Reason.AWAITING_FEEDBACK, 2)))
                .containsExactly("I1", "I2");
        assertThat(tested(feedback(0, Outcome.FAILED), answered(Taken.FAILED, 0, 1)))
                .containsExactly("I4", "I5");
        InterferenceReply backlog = new InterferenceReply.Backlog(List.of(new Score("a", 1)), true);
        assertThat(tested(new InterferenceOperation.Backlog(0), backlog)).containsExactly("I5");
        InterferenceReply given = new InterferenceReply.Backlog(List.of(new Score("a", 1)), false);
        assertThat(tested(new InterferenceOperation.Backlog(LEASE + 1), given)).containsExactly("I5", "F9");
    }

    @Test
    void aWrongReplyIsToldInWords() {
        assertThat(told(add(0, "a", 0.5f), triggered(0.5f, "a")))
                .isEqualTo("I1: expected none: 0.5 is below 1.0, seen a trigger");
        assertThat(told(add(0, "a", 0.5f), suppressed(Reason.COOLDOWN, 0.5f)))
                .isEqualTo("I1: expected none: 0.5 is below 1.0, seen suppressed: cooldown");
        assertThat(told(add(0, "a", 1), NOTHING)).isEqualTo("I1: expected an action: 1.0 reaches 1.0, seen none");
        assertThat(told(add(0, "a", 1), suppressed(Reason.AWAITING_FEEDBACK, 1)))
                .isEqualTo("I3: expected no request pending, seen suppressed: awaiting feedback");
        assertThat(told(add(0, "a", 1), answered(Taken.FAILED, 0, 1)))
                .isEqualTo("I1: expected the reply to an accumulate, seen Answered");
        assertThat(told(feedback(0, Outcome.FAILED), NOTHING))
                .isEqualTo("I4: expected the reply to a feedback, seen Nothing");
        assertThat(told(new InterferenceOperation.Backlog(0), NOTHING))
                .isEqualTo("I5: expected the reply to a backlog, seen Nothing");
        InterferenceOperation backlog = new InterferenceOperation.Backlog(0);
        assertThat(told(backlog, new InterferenceReply.Backlog(List.of(), true)))
                .isEqualTo("I3: expected no request pending, seen one");
        trigger(0, "a", 1);
        assertThat(told(backlog, new InterferenceReply.Backlog(List.of(), false)))
                .isEqualTo("I3: expected a request pending, seen none");
        assertThat(told(feedback(0, Outcome.PROGRESS), answered(Taken.NO_PROGRESS, 0, 1)))
                .isEqualTo("I4: expected taken for progress, seen for no progress");
        assertThat(told(feedback(0, Outcome.FAILED), answered(Taken.NO_PENDING_TRIGGER, 0, 1)))
                .isEqualTo("I4: expected taken for failed, seen for no pending trigger");
        assertThat(told(feedback(0, Outcome.PROGRESS), answered(Taken.PROGRESS, 1, 1)))
                .isEqualTo("I5: expected reduced 1.0, remaining 0.0, seen reduced 1.0, remaining 1.0");
        assertThat(told(add(0, "a", 0.1f), suppressed(Reason.AWAITING_FEEDBACK, 3)))
                .startsWith("I2: expected total about 1.1");
    }

    @Test
    void theStateTellsScoresAndRequest() {
        assertThat(state.pendingNanos()).isEmpty();
        assertThat(state.lastTriggerNanos()).isEmpty();
        trigger(5, "b", 1);
        go(add(6, "a", 0.25f), suppressed(Reason.AWAITING_FEEDBACK, 1.25f));
        go(add(6, "B", 0), suppressed(Reason.AWAITING_FEEDBACK, 1.25f));

        assertThat(state.namespaces()).containsExactly("B", "a", "b");
        assertThat(state.score("a")).isEqualTo(0.25f);
        assertThat(state.score("z")).isZero();
        assertThat(state.total()).isEqualTo(1.25f);
        assertThat(state.pendingNanos()).hasValue(5);
        go(feedback(7, Outcome.FAILED), answered(Taken.FAILED, 0, 1.25f));
        assertThat(state.pendingNanos()).isEmpty();
        assertThat(state.lastTriggerNanos()).hasValue(5);
    }

    private void trigger(long atNanos, String namespace, float score) {
        go(add(atNanos, namespace, score), triggered(score, namespace));
    }

    private static InterferenceOperation add(long atNanos, String namespace, float score) {
        return new InterferenceOperation.Accumulate(atNanos, namespace, score, 1, COOLDOWN);
    }

    private static InterferenceOperation feedback(long atNanos, Outcome outcome) {
        return new InterferenceOperation.Feedback(atNanos, outcome);
    }

    private static InterferenceReply triggered(float total, String... namespaces) {
        return new InterferenceReply.Triggered(List.of(namespaces), total);
    }

    private static InterferenceReply suppressed(Reason reason, float total) {
        return new InterferenceReply.Suppressed(reason, total);
    }

    private static InterferenceReply answered(Taken taken, float reduced, float remaining) {
        return new InterferenceReply.Answered(taken, reduced, remaining);
    }

    private String backlog(long atNanos, boolean pending, Score... scores) {
        return judge(
                new InterferenceOperation.Backlog(atNanos), new InterferenceReply.Backlog(List.of(scores), pending));
    }

    private void go(InterferenceOperation operation, InterferenceReply reply) {
        Step<InterferenceState> step = spec.judge(state, operation, reply);
        assertThat(step).isInstanceOf(Step.Accepted.class);
        state = ((Step.Accepted<InterferenceState>) step).state();
    }

    private List<String> tested(InterferenceOperation operation, InterferenceReply reply) {
        Step<InterferenceState> step = spec.judge(state, operation, reply);
        assertThat(step).isInstanceOf(Step.Accepted.class);
        long exercised = ((Step.Accepted<InterferenceState>) step).exercised();
        return spec.rules().stream()
                .filter(rule -> (exercised & rule.bit()) != 0)
                .map(Rule::id)
                .toList();
    }

    private String told(InterferenceOperation operation, InterferenceReply reply) {
        return spec.judge(state, operation, reply) instanceof Step.Rejected<InterferenceState> rejected
                ? rejected.violation().toString()
                : "accepted";
    }

    private String judge(InterferenceOperation operation, InterferenceReply reply) {
        return spec.judge(state, operation, reply) instanceof Step.Rejected<InterferenceState> rejected
                ? rejected.violation().rule().id()
                : "accepted";
    }
}
