package dev.halflife.model.write.credits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each rule kept, and broken by one reply. */
class CreditsSpecTest {

    private static final CreditsReply NOTHING = new CreditsReply.Returned(null);
    private static final CreditsReply RUNNING = new CreditsReply.Running();

    private CreditsSpec spec = new CreditsSpec(new CreditsConfig(3, 3), Contract.strict());
    private CreditsState state = spec.initial();

    @Test
    void a1_aCreditThatNobodyRecordedIsNotHandedOut() {
        go(record("a"), NOTHING);

        assertThat(judged(drain(), flush("a", 2))).isEqualTo("A1");
        assertThat(judged(drain(), flush("b", 1))).isEqualTo("A1");
        assertThat(judged(drain(), ids("a", "a"))).isEqualTo("A1");
    }

    @Test
    void a1_aCreditIsNotHandedOutTwice() {
        go(record("a"), NOTHING);
        go(drain(), flush("a", 1));

        assertThat(judged(drain(), flush("a", 1))).isEqualTo("A1");
    }

    @Test
    void a1_aCreditThatIsNotPendingWasLost() {
        go(record("a"), NOTHING);

        assertThat(judged(pending(), counted(0, 0))).isEqualTo("A1");
    }

    @Test
    void a2_theCallThatReachesTheThresholdTakesThePile() {
        go(record("a", "b"), NOTHING);

        assertThat(judged(record("a"), NOTHING)).isEqualTo("A2");
        assertThat(judged(record("a"), flush("a", 2))).isEqualTo("A2");
        go(record("a"), flush("a", 2, "b", 1));
    }

    @Test
    void a2_noOtherCallTakesIt() {
        go(record("a"), NOTHING);

        assertThat(judged(record("b"), flush("a", 1, "b", 1))).isEqualTo("A2");
    }

    @Test
    void a2_theWholePileIsTakenWhereItPassesTheThreshold() {
        go(record("a", "b", "c", "c", "c"), flush("a", 1, "b", 1, "c", 3));
    }

    @Test
    void a3_aFlushIsNeverEmpty() {
        assertThat(judged(drain(), new CreditsReply.Returned(new Flush.Counts(Map.of()))))
                .isEqualTo("A3");
        assertThat(judged(drain(), ids())).isEqualTo("A3");
    }

    @Test
    void a3_recordingNothingTakesNothing() {
        go(record("a"), NOTHING);

        assertThat(judged(record(), flush("a", 1))).isEqualTo("A3");
        go(record(), NOTHING);
    }

    @Test
    void a4_aDrainTakesEverythingPending() {
        go(record("a", "b"), NOTHING);

        assertThat(judged(drain(), flush("a", 1))).isEqualTo("A4");
        assertThat(judged(drain(), NOTHING)).isEqualTo("A4");
    }

    @Test
    void a5_atRestTheCountIsThatOfThePile() {
        go(record("a"), NOTHING);

        assertThat(judged(pending(), counted(1, 0))).isEqualTo("A5");
        assertThat(judged(pending(), counted(0, 1))).isEqualTo("A5");
        go(pending(), counted(1, 1));
    }

    @Test
    void a6_atRestTheCountIsBelowTheThreshold() {
        go(record("a"), NOTHING);

        assertThat(judged(pending(), counted(3, 3))).isEqualTo("A6");
    }

    @Test
    void f6_anOverlappingCallMayComeBeforeOrAfter() {
        go(record("a", "b"), NOTHING);
        go(begin(1, "c"), RUNNING);
        go(begin(2, "d"), RUNNING);

        assertThat(judged(finish(2), flush("a", 1, "b", 1, "d", 1))).isEqualTo("accepted");
        assertThat(judged(finish(2), NOTHING)).isEqualTo("accepted");
        assertThat(judged(finish(2), flush("a", 1, "b", 1, "c", 1, "d", 1))).isEqualTo("F6");
    }

    @Test
    void f6_whatOneCallSawBindsTheNext() {
        go(record("a", "b"), NOTHING);
        go(begin(1, "c"), RUNNING);
        go(begin(2, "d"), RUNNING);
        go(finish(2), NOTHING);

        assertThat(judged(finish(1), NOTHING)).isNotEqualTo("accepted");
        go(finish(1), flush("a", 1, "b", 1, "c", 1));
        go(pending(), counted(1, 1));
        go(drain(), flush("d", 1));
    }

    @Test
    void f6_aFlushThatMissesACountedCreditIsTheFinding() {
        spec = new CreditsSpec(new CreditsConfig(2, 2), Contract.strict());
        state = spec.initial();
        go(begin(1, "a"), RUNNING);
        go(begin(2, "b"), RUNNING);

        assertThat(judged(finish(2), flush("b", 1))).isEqualTo("F6");
    }

    @Test
    void f6_countsTravelWithTheIds() {
        assertThat(judged(record("a", "a", "b"), ids("a", "b"))).isEqualTo("F6");
        assertThat(judged(record("a", "c", "b"), ids("c", "b", "a"))).isEqualTo("accepted");
    }

    @Test
    void f6_aRestoredFlushIsPendingAgain() {
        go(record("a", "a", "a"), flush("a", 3));
        go(new CreditsOperation.Restore(0, 1), new CreditsReply.Restored());

        assertThat(judged(pending(), counted(0, 0))).isEqualTo("F6");
        go(pending(), counted(3, 3));
        go(record(), NOTHING);
        go(record("b"), flush("a", 3, "b", 1));
    }

    @Test
    void aFlushIsRestoredOnce() {
        go(record("a", "a", "a"), flush("a", 3));
        CreditsOperation restore = new CreditsOperation.Restore(0, 1);
        assertThat(spec.refusal(state, restore)).isEmpty();
        go(restore, new CreditsReply.Restored());

        assertThat(spec.refusal(state, restore)).isPresent();
        assertThat(spec.refusal(state, new CreditsOperation.Restore(0, 2))).isPresent();
    }

    @Test
    void aCallerRunsOneCallAtATime() {
        assertThat(spec.refusal(state, finish(1))).isPresent();
        assertThat(spec.refusal(state, new CreditsOperation.Step(0, 1))).isPresent();
        go(begin(1, "a"), RUNNING);

        assertThat(spec.refusal(state, begin(1, "a"))).isPresent();
        assertThat(spec.refusal(state, pending())).isPresent();
        assertThat(spec.refusal(state, finish(1))).isEmpty();
    }

    @Test
    void published_theRaceIsAllowed() {
        spec = new CreditsSpec(new CreditsConfig(2, 2), Contract.published());
        state = spec.initial();
        go(begin(1, "a"), RUNNING);
        go(begin(2, "b"), RUNNING);
        go(finish(2), ids("b"));
        go(finish(1), NOTHING);
        go(pending(), counted(0, 1));
    }

    @Test
    void published_withoutContentionTheRulesHold() {
        spec = new CreditsSpec(new CreditsConfig(2, 2), Contract.published());
        state = spec.initial();
        go(record("a"), NOTHING);

        assertThat(judged(record("a"), NOTHING)).isEqualTo("A2");
        assertThat(judged(record("a"), ids("a", "b"))).isEqualTo("A1");
        assertThat(judged(pending(), counted(0, 1))).isEqualTo("A5");
        assertThat(judged(drain(), NOTHING)).isEqualTo("A4");
        go(record("a"), ids("a"));
    }

    @Test
    void published_aRestoredFlushIsLost() {
        spec = new CreditsSpec(new CreditsConfig(1, 1), Contract.published());
        state = spec.initial();
        go(record("a"), ids("a"));
        go(new CreditsOperation.Restore(0, 1), new CreditsReply.Restored());
        go(pending(), counted(0, 0));
    }

    private void go(CreditsOperation operation, CreditsReply reply) {
        assertThat(spec.refusal(state, operation)).isEmpty();
        Step<CreditsState> step = spec.judge(state, operation, reply);
        assertThat(step).isInstanceOf(Step.Accepted.class);
        state = ((Step.Accepted<CreditsState>) step).state();
    }

    private String judged(CreditsOperation operation, CreditsReply reply) {
        assertThat(spec.refusal(state, operation)).isEmpty();
        return spec.judge(state, operation, reply) instanceof Step.Rejected<CreditsState> rejected
                ? rejected.violation().rule().id()
                : "accepted";
    }

    private static CreditsOperation record(String... ids) {
        return new CreditsOperation.RecordIds(0, List.of(ids));
    }

    private static CreditsOperation drain() {
        return new CreditsOperation.Drain(0);
    }

    private static CreditsOperation pending() {
        return new CreditsOperation.Pending(0);
    }

    private static CreditsOperation begin(int caller, String... ids) {
        return new CreditsOperation.Begin(0, caller, new Call.RecordIds(List.of(ids)));
    }

    private static CreditsOperation finish(int caller) {
        return new CreditsOperation.Finish(0, caller);
    }

    private static CreditsReply counted(long count, long pile) {
        return new CreditsReply.Counted(count, pile);
    }

    private static CreditsReply ids(String... ids) {
        return new CreditsReply.Returned(new Flush.Ids(Arrays.asList(ids)));
    }

    private static CreditsReply flush(String id, long count) {
        return new CreditsReply.Returned(new Flush.Counts(Map.of(id, count)));
    }

    private static CreditsReply flush(String id, long count, String other, long otherCount) {
        return new CreditsReply.Returned(new Flush.Counts(Map.of(id, count, other, otherCount)));
    }

    private static CreditsReply flush(String id, long count, String second, long itsCount, String third, long last) {
        return new CreditsReply.Returned(new Flush.Counts(Map.of(id, count, second, itsCount, third, last)));
    }

    private static CreditsReply flush(
            String id, long count, String second, long itsCount, String third, long thirds, String fourth, long last) {
        return new CreditsReply.Returned(
                new Flush.Counts(Map.of(id, count, second, itsCount, third, thirds, fourth, last)));
    }
}
