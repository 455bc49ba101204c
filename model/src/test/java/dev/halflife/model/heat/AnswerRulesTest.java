package dev.halflife.model.heat;

import static dev.halflife.model.heat.Answer.NEVER;
import static dev.halflife.model.heat.Answer.UNKNOWN;
import static dev.halflife.model.heat.Answer.announced;
import static dev.halflife.model.heat.Answer.counted;
import static dev.halflife.model.heat.Answer.nothing;
import static dev.halflife.model.heat.Answer.rate;
import static dev.halflife.model.heat.Answer.told;
import static dev.halflife.model.heat.Answer.tracked;
import static dev.halflife.model.heat.Answer.withdrawn;
import static dev.halflife.model.heat.Ask.bump;
import static dev.halflife.model.heat.Ask.len;
import static dev.halflife.model.heat.Ask.observe;
import static dev.halflife.model.heat.Ask.tick;
import static dev.halflife.model.heat.History.A;
import static dev.halflife.model.heat.History.B;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import org.junit.jupiter.api.Test;

/** What the strict contract asks of stale answers and of ambiguous failures (F1, F13). */
class AnswerRulesTest {

    @Test
    void f1_afterAnAnswerToAnOlderTickTheKeyIsReissued() {
        History.strict()
                .bump(A)
                .tick(1)
                .tick(2)
                .commit(1)
                .wrong(HeatRule.F1, observe(A), tracked(1, 0, announced(1)))
                .right(observe(A), tracked(1, 0, UNKNOWN))
                .wrong(HeatRule.F13, tick(3), nothing())
                .right(tick(3), told(A, 1));
    }

    @Test
    void f1_aContestedCommitLeavesTheKeyUnknown() {
        History.strict()
                .bump(A)
                .tick(1)
                .tick(2)
                .commit(1)
                .commit(2)
                .wrong(HeatRule.F1, tick(3), nothing())
                .right(tick(3), told(A, 1))
                .commit(3)
                .right(tick(4), nothing());
    }

    @Test
    void f1_aStaleAnswerLeavesTheMark() {
        History.strict()
                .marked()
                .bump(A)
                .tick(1)
                .remove(A)
                .bump(A)
                .right(tick(2), told(A, 1))
                .commit(1)
                .wrong(HeatRule.F1, tick(3), told(A, 1))
                .right(tick(3), nothing());
    }

    @Test
    void f1_aSecondAnswerToTheLatestIssueChangesNothing() {
        History.strict().bump(A).tick(1).commit(1).rollback(1).right(tick(2), nothing());
    }

    @Test
    void f1_asPublishedAnAnswerCountsByKeyAlone() {
        History.published().bump(A).tick(1).tick(2).commit(1).right(tick(3), nothing());
    }

    @Test
    void f13_whatARolledBackTickAnnouncedIsUnknown() {
        History.strict()
                .bump(A)
                .tick(1)
                .rollback(1)
                .wrong(HeatRule.F13, observe(A), tracked(1, 0, NEVER))
                .right(observe(A), tracked(1, 0, UNKNOWN));
    }

    @Test
    void f13_whatIsUnknownAndSilentIsWithdrawn() {
        History.strict()
                .bump(A)
                .tick(1)
                .rollback(1)
                .later(65)
                .wrong(HeatRule.F13, tick(2), nothing())
                .right(tick(2), withdrawn(A))
                .commit(2)
                .right(len(), counted(0));
    }

    @Test
    void f13_whatIsUnknownIsAnnouncedHoweverLittleItMoved() {
        History.strict()
                .bump(A)
                .tick(1)
                .commit(1)
                .bump(A)
                .bump(A)
                .right(tick(2), told(A, 3))
                .rollback(2)
                .later(1)
                .wrong(HeatRule.F13, tick(3), nothing())
                .right(tick(3), told(A, 1.5));
    }

    @Test
    void t5_whatThePublishedRulesAnnounceAgainTooIsNoFinding() {
        History.strict().bump(A).tick(1).rollback(1).wrong(HeatRule.T5, tick(2), nothing());
    }

    @Test
    void t4_whatThePublishedRulesAnnounceAgainTooIsNoFinding() {
        History.strict().marked().bump(A).tick(1).rollback(1).wrong(HeatRule.T4, tick(2), nothing());
    }

    @Test
    void t1_whatIsOnItsWayIsNotKnown() {
        History.strict().bump(A).tick(1).wrong(HeatRule.T1, observe(A), tracked(1, 0, announced(1)));
    }

    @Test
    void f13_nothingUnknownIsPruned() {
        History.strict()
                .bump(A)
                .tick(1)
                .commit(1)
                .later(65)
                .tick(2)
                .rollback(2)
                .commit(1)
                .wrong(HeatRule.T3, len(), counted(0))
                .right(len(), counted(1));
    }

    @Test
    void f13_asPublishedARollbackMeansThatPeersSawNothing() {
        History.published().bump(A).tick(1).rollback(1).later(65).right(tick(2), nothing());
    }

    @Test
    void f1_aCommitAfterARollbackOfTheSameTickChangesNothing() {
        History.strict()
                .bump(A)
                .tick(1)
                .rollback(1)
                .commit(1)
                .right(observe(A), tracked(1, 0, UNKNOWN))
                .right(tick(2), told(A, 1));
    }

    @Test
    void f1_aStaleRollbackContestsToo() {
        History.strict()
                .bump(A)
                .tick(1)
                .tick(2)
                .rollback(1)
                .commit(2)
                .wrong(HeatRule.F1, tick(3), nothing())
                .right(tick(3), told(A, 1));
    }

    @Test
    void f1_withoutF13AStaleAnswerChangesNothing() {
        History history = History.under(Contract.published().with(Finding.F1, true))
                .marked()
                .bump(A)
                .tick(1)
                .remove(A)
                .bump(A)
                .right(tick(2), told(A, 1));

        history.commit(1)
                .rollback(1)
                .wrong(HeatRule.F1, observe(A), tracked(1, 0, announced(1)))
                .right(observe(A), tracked(1, 0, NEVER))
                .wrong(HeatRule.F1, tick(3), told(A, 1))
                .right(tick(3), nothing())
                .commit(2)
                .right(observe(A), tracked(1, 0, announced(1)));
    }

    @Test
    void f13_whatIsOnItsWayWhenItsKeyIsRemovedIsRemembered() {
        History.strict()
                .bump(A)
                .tick(1)
                .remove(A)
                .bump(A)
                .commit(1)
                .wrong(HeatRule.F13, observe(A), tracked(1, 0, NEVER))
                .right(observe(A), tracked(1, 0, announced(1)));
    }

    @Test
    void f1_whatAContestedCommitDidNotSettleIsStillInherited() {
        History.strict()
                .bump(A)
                .tick(1)
                .tick(2)
                .remove(A)
                .commit(1)
                .bump(A)
                .commit(2)
                .wrong(HeatRule.F13, observe(A), tracked(1, 0, NEVER))
                .right(observe(A), tracked(1, 0, UNKNOWN));
    }

    @Test
    void f13_aCommitPrunesNothingThatWasAnnouncedAgainSinceItsWithdrawal() {
        History.strict()
                .bump(A)
                .tick(1)
                .commit(1)
                .later(65)
                .right(tick(2), withdrawn(A))
                .bump(A)
                .commit(2)
                .bump(B)
                .right(tick(3), told(A, 1, B, 1))
                .later(65)
                .right(tick(4), withdrawn(A, B))
                .commit(4, B)
                .wrong(HeatRule.T3, len(), counted(0))
                .right(len(), counted(1))
                .right(bump(A), rate(1));
    }
}
