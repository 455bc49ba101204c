package dev.halflife.model.heat;

import static dev.halflife.model.heat.Answer.NEVER;
import static dev.halflife.model.heat.Answer.announced;
import static dev.halflife.model.heat.Answer.counted;
import static dev.halflife.model.heat.Answer.done;
import static dev.halflife.model.heat.Answer.nothing;
import static dev.halflife.model.heat.Answer.told;
import static dev.halflife.model.heat.Answer.tracked;
import static dev.halflife.model.heat.Answer.untracked;
import static dev.halflife.model.heat.Answer.withdrawn;
import static dev.halflife.model.heat.Ask.commit;
import static dev.halflife.model.heat.Ask.len;
import static dev.halflife.model.heat.Ask.observe;
import static dev.halflife.model.heat.Ask.rollback;
import static dev.halflife.model.heat.Ask.tick;
import static dev.halflife.model.heat.History.A;
import static dev.halflife.model.heat.History.B;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The rules of ticks and their answers as published, each with a reply that it convicts. */
class TickRulesTest {

    @Test
    void t1_aTickDecidesOncePerKey() {
        History.published()
                .bump(A)
                .wrong(HeatRule.T1, tick(1), told(A, 1, A, 1))
                .right(tick(1), told(A, 1));
    }

    @Test
    void t1_aTickDecidesOnTrackedKeysOnly() {
        History.published()
                .bump(A)
                .wrong(HeatRule.T1, tick(1), told(A, 1, B, 1))
                .right(tick(1), told(A, 1));
    }

    @Test
    void t1_aTickRecordsNothing() {
        History.published()
                .bump(A)
                .tick(1)
                .wrong(HeatRule.T1, observe(A), tracked(1, 0, announced(1)))
                .right(observe(A), tracked(1, 0, NEVER));
    }

    @Test
    void t1_decisionsComeInAnyOrder() {
        History.published().bump(A).bump(B).right(tick(1), told(B, 1, A, 1)).right(tick(2), told(A, 1, B, 1));
    }

    @Test
    void t2_aCommitRecordsTheAnnouncedRate() {
        History.published()
                .bump(A)
                .tick(1)
                .bump(A)
                .commit(1)
                .wrong(HeatRule.T2, observe(A), tracked(2, 0, announced(2)))
                .wrong(HeatRule.T2, observe(A), tracked(2, 0, NEVER))
                .right(observe(A), tracked(2, 0, announced(1)));
    }

    @Test
    void t2_aCommitInPartRecordsThatPart() {
        History.published()
                .bump(A)
                .bump(B)
                .tick(1)
                .commit(1, B)
                .right(observe(B), tracked(1, 0, announced(1)))
                .right(observe(A), tracked(1, 0, NEVER));
    }

    @Test
    void t2_aCommitCreatesNothing() {
        History.published()
                .bump(A)
                .tick(1)
                .remove(A)
                .commit(1)
                .right(len(), counted(0))
                .right(observe(A), untracked());
    }

    @Test
    void t3_aCommitPrunesWhatIsSilentAndWithdrawn() {
        withdrawnHistory()
                .then(commit(2))
                .wrong(HeatRule.T3, len(), counted(1))
                .wrong(HeatRule.T3, observe(A), tracked(0, 65_000, announced(0)))
                .right(len(), counted(0))
                .right(observe(A), untracked());
    }

    @Test
    void t3_aCommitOfNothingPrunesToo() {
        withdrawnHistory().tick(3).commit(2, A).right(len(), counted(0));
    }

    @Test
    void t3_aCommitPrunesNothingElse() {
        withdrawnHistory()
                .bump(A)
                .commit(2)
                .wrong(HeatRule.T3, observe(A), untracked())
                .wrong(HeatRule.T3, len(), counted(0))
                .right(len(), counted(1))
                .right(tick(3), told(A, 1));
    }

    private static History withdrawnHistory() {
        return History.published().bump(A).tick(1).commit(1).later(65).right(tick(2), withdrawn(A));
    }

    @Test
    void t4_whatIsInFlightIsPassedOver() {
        History.published()
                .marked()
                .bump(A)
                .tick(1)
                .bump(A)
                .wrong(HeatRule.T4, tick(2), told(A, 2))
                .right(tick(2), nothing());
    }

    @Test
    void t4_aRollbackClearsTheMark() {
        History.published()
                .marked()
                .bump(A)
                .tick(1)
                .rollback(1)
                .wrong(HeatRule.T4, tick(2), nothing())
                .right(tick(2), told(A, 1));
    }

    @Test
    void t4_aRollbackInPartClearsTheMarksOfThatPart() {
        History.published().marked().bump(A).bump(B).tick(1).rollback(1, B).right(tick(2), told(B, 1));
    }

    @Test
    void t4_aRollbackAnswersNothing() {
        History.published()
                .marked()
                .bump(A)
                .tick(1)
                .wrong(HeatRule.T4, rollback(1), untracked())
                .right(rollback(1), done());
    }

    @Test
    void t4_aRemovedKeyLeavesNoMark() {
        History.published()
                .marked()
                .bump(A)
                .tick(1)
                .remove(A)
                .bump(A)
                .wrong(HeatRule.T4, tick(2), nothing())
                .right(tick(2), told(A, 1));
    }

    @Test
    void t4_anEvictedKeyLeavesNoMark() {
        History.published()
                .marked()
                .cap(1)
                .bump(A)
                .tick(1)
                .bump(B)
                .bump(A)
                .wrong(HeatRule.T4, tick(2), nothing())
                .right(tick(2), told(A, 1));
    }

    @Test
    void t4_aPrunedKeyLeavesNoMark() {
        History.published()
                .marked()
                .bump(A)
                .tick(1)
                .commit(1)
                .later(65)
                .tick(2)
                .rollback(2)
                .tick(3)
                .commit(2)
                .bump(A)
                .right(tick(4), told(A, 1));
    }

    @Test
    void t4_whatIsPassedOverIsDecayedAllTheSame() {
        History.published().marked().bump(A).tick(1).later(1).tick(2).right(observe(A), tracked(0.5, 1_000, NEVER));
    }

    @Test
    void t5_withoutMarksATickThatIsNotCommittedIsReissued() {
        History.published()
                .bump(A)
                .tick(1)
                .wrong(HeatRule.T5, tick(2), nothing())
                .right(tick(2), told(A, 1));
    }

    @Test
    void t5_withoutMarksAWithdrawalThatIsNotCommittedIsReissued() {
        withdrawnHistory().wrong(HeatRule.T5, tick(3), nothing()).right(tick(3), withdrawn(A));
    }

    @Test
    void t6_aKeyThatIsNotTrackedIsNotInFlight() {
        HeatState state =
                History.published().marked().bump(A).bump(B).tick(1).remove(A).state();

        assertThat(state.inFlight(A)).isFalse();
        assertThat(state.inFlight(B)).isTrue();
    }

    @Test
    void t1_aWithdrawalIsForTrackedKeysOnly() {
        History.published().wrong(HeatRule.T1, tick(1), withdrawn(A));
        History.published().touch(A).remove(A).wrong(HeatRule.T1, tick(1), withdrawn(A));
    }

    @Test
    void t2_aCommitAnswersNothing() {
        History.published()
                .bump(A)
                .tick(1)
                .wrong(HeatRule.T2, commit(1), untracked())
                .right(commit(1), done());
    }

    @Test
    void e3_aKeyThatWasNotInFlightWhenItLeftIsMissingByItsRow() {
        History.published().marked().bump(A).remove(A).bump(A).wrong(HeatRule.E3, tick(1), nothing());
    }

    @Test
    void t4_aKeyThatACommitLeavesInFlightIsMissing() {
        History.published()
                .marked()
                .bump(A)
                .tick(1)
                .remove(A)
                .bump(A)
                .right(tick(2), told(A, 1))
                .commit(2)
                .bump(A)
                .bump(A)
                .wrong(HeatRule.T4, tick(3), nothing())
                .right(tick(3), told(A, 3));
    }
}
