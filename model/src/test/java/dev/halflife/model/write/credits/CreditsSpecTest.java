package dev.halflife.model.write.credits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halflife.model.Contract;
import dev.halflife.model.Rule;
import dev.halflife.model.Step;
import dev.halflife.model.Violation;
import java.util.ArrayList;
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
    private final List<CreditsOperation> operations = new ArrayList<>();
    private final List<CreditsReply> replies = new ArrayList<>();

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
    void a1_anIdOfTwoCreditsIsNotToldTwice() {
        go(record("a", "a"), NOTHING);

        assertThat(judged(drain(), ids("a", "a"))).isEqualTo("A1");
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
        assertThat(judged(record("b"), ids("a", "b"))).isEqualTo("A2");
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

    @Test
    void a1_isBrokenByAFlushThatTellsNoCreditOrAnIdTwice() {
        go(record("a", "a"), NOTHING);

        assertThat(judged(drain(), flush("a", 0))).isEqualTo("A1");
        assertThat(judged(drain(), flush("a", 1))).isEqualTo("A2");
        assertThat(judged(drain(), ids("a", "a"))).isEqualTo("A1");
    }

    @Test
    void a6_isNotBrokenByACountThatARestoreMayHaveLeft() {
        go(record("a", "b", "c"), flush("a", 1, "b", 1, "c", 1));
        go(new CreditsOperation.Restore(0, 1), new CreditsReply.Restored());

        assertThat(judged(pending(), counted(4, 4))).isEqualTo("A1");
    }

    @Test
    void f6_aRestoredFlushJoinsWhatIsPending() {
        go(record("a", "b", "c"), flush("a", 1, "b", 1, "c", 1));
        go(record("d"), NOTHING);
        go(new CreditsOperation.Restore(0, 1), new CreditsReply.Restored());

        go(pending(), counted(4, 4));
        go(drain(), flush("a", 1, "b", 1, "c", 1, "d", 1));
    }

    @Test
    void f6_aCallThatRunsMayComeBeforeARestoreOrAfter() {
        go(record("x", "x", "x"), flush("x", 3));
        go(begin(1, "a", "b", "c"), RUNNING);
        go(new CreditsOperation.Restore(0, 1), new CreditsReply.Restored());

        assertThat(judged(finish(1), flush("a", 1, "b", 1, "c", 1))).isEqualTo("accepted");
        assertThat(judged(finish(1), flush("a", 1, "b", 1, "c", 1, "x", 3))).isEqualTo("accepted");
        assertThat(judged(finish(1), NOTHING)).isEqualTo("A2");
    }

    @Test
    void f6_whatAnotherCallMustHaveTakenIsHeldUntilItSaysSo() {
        go(record("a", "b"), NOTHING);
        go(begin(1, "c"), RUNNING);
        go(begin(2, "d"), RUNNING);
        go(finish(2), NOTHING);

        assertThat(judged(finish(1), flush("a", 1))).isEqualTo("A2");
        assertThat(judged(finish(1), flush("a", 2))).isEqualTo("A1");
    }

    @Test
    void f6_isTheNameAlsoAfterMoreRepliesThanAreNoted() {
        spec = new CreditsSpec(new CreditsConfig(2, 2), Contract.strict());
        state = spec.initial();
        for (int i = 0; i < 600; i++) {
            go(record("a"), NOTHING);
            go(drain(), flush("a", 1));
        }
        go(begin(1, "a"), RUNNING);
        go(begin(2, "b"), RUNNING);

        assertThat(judged(finish(2), flush("b", 1))).isEqualTo("F6");
    }

    @Test
    void ofTwoPossibilitiesTheOneThatBecomesTheOtherIsKept() {
        go(begin(1, "a"), RUNNING);
        go(record("b"), NOTHING);

        assertThat(state.possibilities()).isEqualTo(1);
        assertThat(state.pile()).hasToString("b 1");
    }

    @Test
    void pilesOfTheSameCreditsAreEqualInWhateverOrderTheyCame() {
        Pile pile = Pile.EMPTY.plus(List.of("a", "b", "a"));

        assertThat(pile)
                .isEqualTo(Pile.of(Map.of("a", 2L, "b", 1L)))
                .hasSameHashCodeAs(Pile.of(Map.of("a", 2L, "b", 1L)));
        assertThat(pile).isNotEqualTo("a 2, b 1");
        assertThat(pile).isNotEqualTo(Pile.of(Map.of("a", 1L, "b", 2L)));
        assertThat(Pile.of(Map.of("a", 1L))).doesNotHaveSameHashCodeAs(Pile.of(Map.of("b", 1L)));
        assertThat(Pile.of(Map.of("a", 1L))).doesNotHaveSameHashCodeAs(Pile.of(Map.of("a", 2L)));
    }

    @Test
    void nothingLeavesNothingAtRestWhileAnotherCallRuns() {
        go(begin(2, "d"), RUNNING);

        assertThat(told(record("a", "b", "c"), NOTHING))
                .isEqualTo("F6: expected a flush of a 1, b 1, c 1, or a flush of a 1, b 1, c 1, d 1, seen nothing");
    }

    @Test
    void threeFlushesThatAreAllowedAreAllTold() {
        go(begin(1, "a"), RUNNING);
        go(begin(2, "a"), RUNNING);
        go(new CreditsOperation.Begin(0, 3, new Call.Drain()), RUNNING);

        assertThat(told(finish(3), flush("z", 1)))
                .isEqualTo("A1: expected nothing, or a flush of a 1, or a flush of a 2, seen a flush of z 1");
    }

    @Test
    void published_aWrongFlushIsToldInWords() {
        spec = new CreditsSpec(new CreditsConfig(2, 2), Contract.published());
        state = spec.initial();
        go(record("a"), NOTHING);

        assertThat(told(record("a"), NOTHING)).startsWith("A2: expected a flush of a 2, seen nothing");
    }

    @Test
    void eachReplyPutsToTheTestTheRulesItSpeaksOf() {
        assertThat(tested(record("a"), NOTHING)).containsExactly("A2");
        assertThat(tested(record(), NOTHING)).containsExactly("A2", "A3");
        assertThat(tested(record("a", "b", "c"), ids("a", "b", "c"))).containsExactly("A1", "A2", "A3");
        assertThat(tested(record("a", "a", "c"), flush("a", 2, "c", 1))).containsExactly("A1", "A2", "A3", "F6");
        assertThat(tested(drain(), NOTHING)).containsExactly("A4");
        assertThat(tested(begin(1, "a"), RUNNING)).isEmpty();
        assertThat(tested(begin(1, "a"), NOTHING)).containsExactly("A2");
        assertThat(tested(pending(), counted(0, 0))).containsExactly("A1", "A5", "A6");
        go(record("a"), NOTHING);
        assertThat(tested(drain(), flush("a", 1))).containsExactly("A1", "A3", "A4");
    }

    @Test
    void f6_isPutToTheTestByCallsThatOverlap() {
        go(begin(1, "a"), RUNNING);

        assertThat(tested(new CreditsOperation.Step(0, 1), RUNNING)).isEmpty();
        assertThat(tested(new CreditsOperation.Step(0, 1), NOTHING)).containsExactly("A2", "F6");
        assertThat(tested(finish(1), NOTHING)).containsExactly("A2", "F6");
        assertThat(tested(record("b"), NOTHING)).containsExactly("A2", "F6");
        assertThat(tested(drain(), NOTHING)).containsExactly("A4", "F6");
        assertThat(tested(begin(2, "b"), NOTHING)).containsExactly("A2", "F6");
    }

    @Test
    void f6_isPutToTheTestByARestoreAfterWhichA6DoesNotHold() {
        go(record("a", "b", "c"), flush("a", 1, "b", 1, "c", 1));
        CreditsOperation restore = new CreditsOperation.Restore(0, 1);

        assertThat(tested(restore, new CreditsReply.Restored())).containsExactly("F6");
        go(restore, new CreditsReply.Restored());
        assertThat(tested(pending(), counted(3, 3))).containsExactly("A1", "A5");
    }

    @Test
    void f6_isNeverPutToTheTestByThePublishedContract() {
        spec = new CreditsSpec(new CreditsConfig(3, 3), Contract.published());
        state = spec.initial();
        go(record("a", "b", "c"), flush("a", 1, "b", 1, "c", 1));
        go(begin(1, "a"), RUNNING);

        assertThat(tested(finish(1), NOTHING)).containsExactly("A2");
        assertThat(tested(new CreditsOperation.Restore(0, 1), new CreditsReply.Restored()))
                .isEmpty();
    }

    @Test
    void aWrongFlushIsToldInWords() {
        go(record("a", "b"), NOTHING);

        assertThat(told(record("a"), NOTHING))
                .isEqualTo("A2: expected a flush of a 2, b 1, seen nothing, which leaves 3 credits at rest:"
                        + " the threshold is 3");
        assertThat(told(record("a"), flush("a", 2))).isEqualTo("A2: expected a flush of a 2, b 1, seen a flush of a 2");
        assertThat(told(record("a"), ids("b", "a")))
                .isEqualTo("F6: expected a flush of a 2, b 1, seen a flush of b, a without counts");
        assertThat(told(drain(), NOTHING)).isEqualTo("A4: expected a flush of a 1, b 1, seen nothing");
        assertThat(told(record(), ids())).isEqualTo("A3: expected nothing, seen a flush of nothing");
    }

    @Test
    void whatOneCreditLeavesIsToldInWords() {
        spec = new CreditsSpec(new CreditsConfig(1, 1), Contract.strict());
        state = spec.initial();

        assertThat(told(record("a"), NOTHING))
                .isEqualTo("A2: expected a flush of a 1, seen nothing, which leaves 1 credit at rest:"
                        + " the threshold is 1");
    }

    @Test
    void aRaceIsToldInWords() {
        spec = new CreditsSpec(new CreditsConfig(2, 2), Contract.strict());
        state = spec.initial();
        go(begin(1, "a"), RUNNING);
        go(begin(2, "b"), RUNNING);

        assertThat(told(finish(2), flush("b", 1)))
                .isEqualTo("F6: expected nothing, or a flush of a 1, b 1, seen a flush of b 1, which misses credits"
                        + " already counted");
    }

    @Test
    void ofManyFlushesThatAreAllowedTheFirstAreTold() {
        go(begin(1, "a"), RUNNING);
        go(begin(2, "b"), RUNNING);
        go(new CreditsOperation.Begin(0, 3, new Call.Drain()), RUNNING);

        assertThat(told(finish(3), flush("z", 1)))
                .isEqualTo("A1: expected nothing, or a flush of a 1, or a flush of b 1, or …, seen a flush of z 1");
    }

    @Test
    void aWrongCountIsToldInWords() {
        go(record("a"), NOTHING);

        assertThat(told(pending(), counted(1, 0)))
                .isEqualTo("A5: expected count 1, pile 1, seen count 1, pile 0: a count without credits");
        assertThat(told(pending(), counted(0, 1)))
                .isEqualTo("A5: expected count 1, pile 1, seen count 0, pile 1: credits that are not counted");
        assertThat(told(pending(), counted(2, 2))).isEqualTo("A1: expected count 1, pile 1, seen count 2, pile 2");
    }

    @Test
    void aReplyOfAnotherKindIsRejected() {
        go(record("a", "b", "c"), flush("a", 1, "b", 1, "c", 1));
        CreditsReply restored = new CreditsReply.Restored();

        assertThat(told(record("a"), restored)).isEqualTo("A2: expected a reply to what was asked, seen Restored[]");
        assertThat(judged(drain(), restored)).isEqualTo("A4");
        assertThat(judged(pending(), restored)).isEqualTo("A5");
        assertThat(judged(begin(1, "a"), restored)).isEqualTo("A2");
        assertThat(judged(new CreditsOperation.Restore(0, 1), NOTHING)).isEqualTo("F6");
    }

    @Test
    void theStateTellsThePileTheCallsAndTheFlushes() {
        go(record("a", "b", "c"), flush("a", 1, "b", 1, "c", 1));
        go(record("d", "d"), NOTHING);
        go(begin(2, "e"), RUNNING);

        assertThat(state.pile()).hasToString("d 2");
        assertThat(state.possibilities()).isEqualTo(1);
        assertThat(state.flushes()).isEqualTo(1);
        assertThat(state.restorable()).containsExactly(1L);
        assertThat(state.flush(1)).map(Pile::toString).contains("a 1, b 1, c 1");
        assertThat(state.flush(2)).isEmpty();
        assertThat(state.running(2)).contains(new Call.RecordIds(List.of("e")));
        assertThat(state.running(1)).isEmpty();
    }

    @Test
    void aPileTellsItsFirstIdsInOrder() {
        assertThat(Pile.EMPTY.plus(List.of("h", "g", "f", "e", "d", "c", "b", "a")))
                .hasToString("a 1, b 1, c 1, d 1, e 1, f 1, g 1, h 1");
        assertThat(Pile.EMPTY.plus(List.of("i", "h", "g", "f", "e", "d", "c", "b", "a", "a")))
                .hasToString("a 2, b 1, c 1, d 1, e 1, f 1, g 1, h 1, … (10 credits)");
    }

    @Test
    void aRestoreReachesBackAsFarAsFlushesAreRemembered() {
        spec = new CreditsSpec(new CreditsConfig(1, 1), Contract.published());
        state = spec.initial();
        for (int i = 0; i < CreditsState.REMEMBERED_FLUSHES; i++) {
            go(record("a"), ids("a"));
        }
        assertThat(spec.refusal(state, new CreditsOperation.Restore(0, 1))).isEmpty();
        go(record("a"), ids("a"));

        assertThat(spec.refusal(state, new CreditsOperation.Restore(0, 1)))
                .contains("flush 1 was never handed out, was restored before, or is not among the last 4096 flushes");
        assertThat(spec.refusal(state, new CreditsOperation.Restore(0, 2))).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefusedInWords() {
        assertThat(spec.refusal(state, finish(1))).contains("caller 1 is running no call");
        go(begin(1, "a"), RUNNING);
        assertThat(spec.refusal(state, begin(1, "a"))).contains("caller 1 is running a call");
        assertThat(spec.refusal(state, begin(3, "a"))).isEmpty();
        spec = new CreditsSpec(new CreditsConfig(3, 2), Contract.strict());
        assertThat(spec.refusal(state, begin(3, "a"))).contains("there is no caller 3 among 2");
        assertThat(spec.refusal(state, begin(2, "a"))).isEmpty();
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new CreditsConfig(0, 1)).hasMessage("threshold must be within [1, 1048576]: 0");
        assertThatThrownBy(() -> new CreditsConfig((1 << 20) + 1, 1))
                .hasMessage("threshold must be within [1, 1048576]: 1048577");
        assertThatThrownBy(() -> new CreditsConfig(1, 0)).hasMessage("callers must be within [1, 3]: 0");
        assertThatThrownBy(() -> new CreditsConfig(1, 4)).hasMessage("callers must be within [1, 3]: 4");
        assertThatThrownBy(() -> begin(0, "a")).hasMessage("caller must be within [1, 3]: 0");
        assertThatThrownBy(() -> finish(4)).hasMessage("caller must be within [1, 3]: 4");
        assertThatThrownBy(() -> new CreditsOperation.Step(0, 4)).hasMessage("caller must be within [1, 3]: 4");
        assertThat(new CreditsConfig(1 << 20, 3).threshold()).isEqualTo(CreditsConfig.MOST_THRESHOLD);
    }

    /** By all that was asked and replied so far. */
    private Violation blamed(CreditsOperation operation, CreditsReply reply, Violation shown) {
        List<CreditsOperation> asked = new ArrayList<>(operations);
        List<CreditsReply> told = new ArrayList<>(replies);
        asked.add(operation);
        told.add(reply);
        return dev.halflife.model.Blame.of(spec, spec.initial(), asked, told, shown);
    }

    private void go(CreditsOperation operation, CreditsReply reply) {
        assertThat(spec.refusal(state, operation)).isEmpty();
        Step<CreditsState> step = spec.judge(state, operation, reply);
        assertThat(step).isInstanceOf(Step.Accepted.class);
        state = ((Step.Accepted<CreditsState>) step).state();
        operations.add(operation);
        replies.add(reply);
    }

    private String judged(CreditsOperation operation, CreditsReply reply) {
        assertThat(spec.refusal(state, operation)).isEmpty();
        return spec.judge(state, operation, reply) instanceof Step.Rejected<CreditsState> rejected
                ? blamed(operation, reply, rejected.violation()).rule().id()
                : "accepted";
    }

    private List<String> tested(CreditsOperation operation, CreditsReply reply) {
        Step<CreditsState> step = spec.judge(state, operation, reply);
        assertThat(step).isInstanceOf(Step.Accepted.class);
        long exercised = ((Step.Accepted<CreditsState>) step).exercised();
        return spec.rules().stream()
                .filter(rule -> (exercised & rule.bit()) != 0)
                .map(Rule::id)
                .toList();
    }

    private String told(CreditsOperation operation, CreditsReply reply) {
        return spec.judge(state, operation, reply) instanceof Step.Rejected<CreditsState> rejected
                ? blamed(operation, reply, rejected.violation()).toString()
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
