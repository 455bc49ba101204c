package dev.halflife.model.write.breaker;

import static dev.halflife.model.write.breaker.BreakerRule.B1;
import static dev.halflife.model.write.breaker.BreakerRule.B2;
import static dev.halflife.model.write.breaker.BreakerRule.B3;
import static dev.halflife.model.write.breaker.BreakerRule.F8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halflife.model.Blame;
import dev.halflife.model.Contract;
import dev.halflife.model.Rule;
import dev.halflife.model.Step;
import dev.halflife.model.Violation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** B1 to B3 and F8, each kept and each broken by hand. */
class BreakerRulesTest {

    private static final long OPEN = 30;
    private static final String P = "p";
    private static final String Q = "q";

    private final BreakerSpec strict = new BreakerSpec(new BreakerConfig(2, OPEN), Contract.strict());
    private final BreakerSpec published = new BreakerSpec(new BreakerConfig(2, OPEN), Contract.published());
    private BreakerSpec spec = strict;
    private BreakerState state = strict.initial();
    private final List<BreakerOperation> operations = new ArrayList<>();
    private final List<BreakerReply> replies = new ArrayList<>();

    @Test
    void b1_fewerFailuresThanThatRefuseNoCall() {
        failure(0, P);

        mustAllow(0, P, "B1");
    }

    @Test
    void b1_thatManyFailuresRefuseCallsForTheOpenTime() {
        open(P, 0);

        mustRefuse(0, P, "B1");
        mustRefuse(OPEN - 1, P, "B1");
    }

    @Test
    void b1_aSuccessClearsTheFailures() {
        failure(0, P);
        success(0, P);
        failure(0, P);

        mustAllow(0, P, "B1");
    }

    @Test
    void b1_aSuccessClosesWheneverItComes() {
        open(P, 0);
        success(1, P);

        mustAllow(1, P, "B1");
    }

    @Test
    void b2_theEndItselfIsNotOpen() {
        open(P, 0);

        assertThat(told(OPEN - 1, P, false)).isEqualTo("B1");
        assertThat(told(OPEN, P, true)).isEqualTo("B2");
        mustAllow(OPEN, P, "B2");
    }

    @Test
    void b2_aFailedProbeOpensForAnotherOpenTime() {
        open(P, 0);
        allow(100, P, true);
        failure(110, P);

        mustRefuse(110 + OPEN - 1, P, "B2");
        mustAllow(110 + OPEN, P, "B2");
    }

    @Test
    void b2_aSucceededProbeCloses() {
        open(P, 0);
        allow(OPEN, P, true);
        success(OPEN, P);
        failure(OPEN, P);

        mustAllow(OPEN, P, "B1");
    }

    @Test
    void b3_aLateFailureMayExtendTheOpenTime() {
        open(P, 0);
        allow(5, P, false);
        failure(10, P);

        mustRefuse(OPEN - 1, P, "B3");
        assertThat(allowed(OPEN, P, true)).isEqualTo("accepted");
        assertThat(allowed(OPEN, P, false)).isEqualTo("accepted");
        mustAllow(10 + OPEN, P, "B2");
    }

    @Test
    void b3_whetherALateFailureExtendedTheOpenTimeIsLearntFromTheReplies() {
        open(P, 0);
        failure(10, P);
        allow(OPEN, P, false);

        assertThat(told(OPEN, P, false)).isEqualTo("B1");
        assertThat(told(OPEN + 1, P, false)).isEqualTo("accepted");
    }

    @Test
    void b3_aCallLetThroughTellsThatTheOpenTimeHasEnded() {
        spec = published;
        open(P, 0);
        failure(10, P);
        allow(OPEN + 5, P, true);

        assertThat(state.latestEndNanos(P)).hasValue(OPEN + 5);
        mustAllow(OPEN + 5, P, "B2");
        allow(OPEN + 20, P, true);
        assertThat(state.latestEndNanos(P)).hasValue(OPEN + 5);
    }

    @Test
    void b3_aFailureWithAnEarlierTimeDoesNotShortenTheOpenTime() {
        open(P, 0);
        failure(-20, P);

        mustRefuse(OPEN - 1, P, "B3");
        mustAllow(OPEN, P, "B2");
    }

    @Test
    void b3_onePartitionsFailuresDoNotCountForAnother() {
        open(Q, 0);

        mustAllow(0, P, "B3");
    }

    @Test
    void f8_oneProbeGoesAndTheNextCallersAreRefused() {
        open(P, 0);
        allow(OPEN, P, true);

        mustRefuse(OPEN, P, "F8");
        mustRefuse(OPEN + OPEN - 1, P, "F8");
    }

    @Test
    void f8_aCallWithATimeBeforeTheEndIsRefusedForTheOpenTimeNotForTheProbe() {
        open(P, 0);
        allow(OPEN, P, true);

        mustRefuse(OPEN - 1, P, "B1");
    }

    @Test
    void f8_aProbeThatDoesNotReportLosesItsTurnAfterTheOpenTime() {
        open(P, 0);
        allow(40, P, true);

        mustAllow(40 + OPEN, P, "B2");
        allow(40 + OPEN, P, true);
        mustRefuse(40 + OPEN, P, "F8");
    }

    @Test
    void f8_aLostProbesReportStillCounts() {
        open(P, 0);
        allow(40, P, true);
        failure(90, P);

        mustRefuse(90 + OPEN - 1, P, "B2");
    }

    @Test
    void f8_underThePublishedContractEveryCallerIsLetThrough() {
        spec = published;
        open(P, 0);
        allow(OPEN, P, true);

        mustAllow(OPEN, P, "B2");
    }

    @Test
    void anEndBeyondTheClockNeverComes() {
        spec = new BreakerSpec(new BreakerConfig(1, Long.MAX_VALUE), Contract.strict());
        failure(1, P);

        mustRefuse(Long.MAX_VALUE - 1, P, "B1");
    }

    @Test
    void aReplyOfAnotherKindIsRejected() {
        assertThat(judge(new BreakerOperation.Allow(0, P), new BreakerReply.Done()))
                .isEqualTo("B1");
        assertThat(judge(new BreakerOperation.Failure(0, P), new BreakerReply.Told(true)))
                .isEqualTo("B1");
        assertThat(judge(new BreakerOperation.Success(0, P), new BreakerReply.Allowed(true)))
                .isEqualTo("B1");
        assertThat(judge(new BreakerOperation.State(0, P), new BreakerReply.Done()))
                .isEqualTo("B1");
    }

    @Test
    void aConfigurationOutOfRangeIsRefused() {
        assertThat(new BreakerConfig(1, 1).endOf(1)).isEqualTo(2);
        assertThatThrownBy(() -> new BreakerConfig(0, 1)).hasMessage("failures must be within [1, 2147483647]: 0");
        assertThatThrownBy(() -> new BreakerConfig(1, 0))
                .hasMessage("openNanos must be within [1, 9223372036854775807]: 0");
    }

    @Test
    void f8_whileAProbeIsOutAStateMayBeToldEitherWayAndNoLonger() {
        open(P, 0);
        allow(40, P, true);

        assertThat(told(40 + OPEN - 1, P, true)).isEqualTo("accepted");
        assertThat(told(40 + OPEN - 1, P, false)).isEqualTo("accepted");
        assertThat(told(40 + OPEN, P, true)).isEqualTo("B2");
        assertThat(tested(new BreakerOperation.State(40, P), new BreakerReply.Told(true)))
                .containsExactly(F8);
    }

    @Test
    void theStateCountsThePartitionsThatWereOpenedAndNotClosed() {
        open(P, 0);
        open(Q, 0);
        failure(0, P);
        assertThat(state.openedPartitions()).isEqualTo(2);
        assertThat(state.opened(P)).isTrue();

        success(1, P);
        assertThat(state.openedPartitions()).isEqualTo(1);
        assertThat(state.opened(P)).isFalse();
        assertThat(state.partitions()).containsExactly(P, Q);
    }

    @Test
    void theStateTellsWhenAnOpenTimeEndsAndWhenTheProbeWentThrough() {
        failure(0, P);
        assertThat(state.earliestEndNanos(P)).isEmpty();
        assertThat(state.latestEndNanos(P)).isEmpty();
        assertThat(state.probeNanos(P)).isEmpty();

        failure(1, P);
        failure(5, P);
        assertThat(state.earliestEndNanos(P)).hasValue(1 + OPEN);
        assertThat(state.latestEndNanos(P)).hasValue(5 + OPEN);
        assertThat(state.probeNanos(P)).isEmpty();

        allow(50, P, true);
        assertThat(state.probeNanos(P)).hasValue(50);
    }

    @Test
    void b1_aSuccessOfAClosedPartitionChangesNothing() {
        success(0, P);
        success(1, P);

        mustAllow(1, P, "B1");
        assertThat(state.partitions()).containsExactly(P);
    }

    @Test
    void whatIsPredictedExtendsAnOpenTimeByEveryFailureAndLetsOneProbeThrough() {
        BreakerReply done = new BreakerReply.Done();
        assertThat(spec.predict(state, new BreakerOperation.Success(0, P))).isEqualTo(done);
        assertThat(spec.predict(state, new BreakerOperation.Failure(0, P))).isEqualTo(done);
        predicts(0, true, false);
        failure(0, P);
        predicts(0, true, false);
        failure(0, P);
        predicts(OPEN - 1, false, true);
        predicts(OPEN, true, false);
        failure(10, P);
        predicts(10 + OPEN - 1, false, true);
        predicts(10 + OPEN, true, false);
        allow(50, P, true);
        predicts(50, false, false);
        predicts(50 + OPEN - 1, false, false);
        predicts(50 + OPEN, true, false);
        spec = published;
        predicts(50, true, false);
    }

    private void predicts(long atNanos, boolean allowed, boolean open) {
        assertThat(spec.predict(state, new BreakerOperation.Allow(atNanos, P)))
                .isEqualTo(new BreakerReply.Allowed(allowed));
        assertThat(spec.predict(state, new BreakerOperation.State(atNanos, P))).isEqualTo(new BreakerReply.Told(open));
    }

    @Test
    void aClosedPartitionPutsItToTheTestThatOpenOnesDoNotTouchIt() {
        BreakerOperation allow = new BreakerOperation.Allow(0, P);
        BreakerOperation ask = new BreakerOperation.State(0, P);

        assertThat(tested(allow, new BreakerReply.Allowed(true))).containsExactly(B1);
        assertThat(tested(ask, new BreakerReply.Told(false))).containsExactly(B1);
        open(Q, 0);
        assertThat(tested(allow, new BreakerReply.Allowed(true))).containsExactly(B1, B3);
        assertThat(tested(ask, new BreakerReply.Told(false))).containsExactly(B1, B3);
    }

    @Test
    void anOpenPartitionPutsToTheTestWhatOpenedItAndWhenThatEnds() {
        open(P, 0);

        assertThat(tested(new BreakerOperation.Allow(0, P), new BreakerReply.Allowed(false)))
                .containsExactly(B1, B2);
        assertThat(tested(new BreakerOperation.State(0, P), new BreakerReply.Told(true)))
                .containsExactly(B1, B2);
        assertThat(tested(new BreakerOperation.Allow(OPEN, P), new BreakerReply.Allowed(true)))
                .containsExactly(B2, F8);
        spec = published;
        assertThat(tested(new BreakerOperation.Allow(OPEN, P), new BreakerReply.Allowed(true)))
                .containsExactly(B2);
    }

    @Test
    void aWrongAnswerIsToldInWords() {
        spec = new BreakerSpec(new BreakerConfig(3, 1_500_000_000L), Contract.strict());
        BreakerOperation allow = new BreakerOperation.Allow(0, P);

        assertThat(told(allow, new BreakerReply.Allowed(false)))
                .isEqualTo("B1: expected allowed: no failure since the last success, seen refused");
        failure(0, P);
        assertThat(told(allow, new BreakerReply.Allowed(false)))
                .isEqualTo("B1: expected allowed: 1 failure of 3, seen refused");
        failure(0, P);
        assertThat(told(allow, new BreakerReply.Allowed(false)))
                .isEqualTo("B1: expected allowed: 2 failures of 3, seen refused");
        failure(0, P);
        assertThat(told(allow, new BreakerReply.Allowed(true)))
                .isEqualTo("B1: expected refused: open until 1.5 s, seen allowed");
    }

    private void open(String partition, long atNanos) {
        failure(atNanos, partition);
        failure(atNanos, partition);
    }

    private void failure(long atNanos, String partition) {
        go(new BreakerOperation.Failure(atNanos, partition), new BreakerReply.Done());
    }

    private void success(long atNanos, String partition) {
        go(new BreakerOperation.Success(atNanos, partition), new BreakerReply.Done());
    }

    private void allow(long atNanos, String partition, boolean allowed) {
        go(new BreakerOperation.Allow(atNanos, partition), new BreakerReply.Allowed(allowed));
    }

    /** By all that was asked and replied so far. */
    private Violation blamed(BreakerOperation operation, BreakerReply reply, Violation shown) {
        List<BreakerOperation> asked = new ArrayList<>(operations);
        List<BreakerReply> told = new ArrayList<>(replies);
        asked.add(operation);
        told.add(reply);
        return Blame.of(spec, spec.initial(), asked, told, shown);
    }

    private void go(BreakerOperation operation, BreakerReply reply) {
        Step<BreakerState> step = spec.judge(state, operation, reply);
        assertThat(step).isInstanceOf(Step.Accepted.class);
        state = ((Step.Accepted<BreakerState>) step).state();
        operations.add(operation);
        replies.add(reply);
    }

    private void mustAllow(long atNanos, String partition, String rule) {
        assertThat(allowed(atNanos, partition, true)).isEqualTo("accepted");
        assertThat(allowed(atNanos, partition, false)).isEqualTo(rule);
    }

    private void mustRefuse(long atNanos, String partition, String rule) {
        assertThat(allowed(atNanos, partition, false)).isEqualTo("accepted");
        assertThat(allowed(atNanos, partition, true)).isEqualTo(rule);
    }

    private String allowed(long atNanos, String partition, boolean allowed) {
        return judge(new BreakerOperation.Allow(atNanos, partition), new BreakerReply.Allowed(allowed));
    }

    private String told(long atNanos, String partition, boolean open) {
        return judge(new BreakerOperation.State(atNanos, partition), new BreakerReply.Told(open));
    }

    private List<Rule> tested(BreakerOperation operation, BreakerReply reply) {
        Step<BreakerState> step = spec.judge(state, operation, reply);
        assertThat(step).isInstanceOf(Step.Accepted.class);
        long exercised = ((Step.Accepted<BreakerState>) step).exercised();
        return spec.rules().stream()
                .filter(rule -> (exercised & rule.bit()) != 0)
                .map(Rule.class::cast)
                .toList();
    }

    private String told(BreakerOperation operation, BreakerReply reply) {
        return spec.judge(state, operation, reply) instanceof Step.Rejected<BreakerState> rejected
                ? blamed(operation, reply, rejected.violation()).toString()
                : "accepted";
    }

    private String judge(BreakerOperation operation, BreakerReply reply) {
        return spec.judge(state, operation, reply) instanceof Step.Rejected<BreakerState> rejected
                ? blamed(operation, reply, rejected.violation()).rule().id()
                : "accepted";
    }
}
