package dev.halflife.model.heat;

import static dev.halflife.model.heat.Answer.NEVER;
import static dev.halflife.model.heat.Answer.UNKNOWN;
import static dev.halflife.model.heat.Answer.announced;
import static dev.halflife.model.heat.Answer.nothing;
import static dev.halflife.model.heat.Answer.told;
import static dev.halflife.model.heat.Answer.tracked;
import static dev.halflife.model.heat.Answer.withdrawn;
import static dev.halflife.model.heat.Ask.commit;
import static dev.halflife.model.heat.Ask.observe;
import static dev.halflife.model.heat.Ask.rollback;
import static dev.halflife.model.heat.Ask.tick;
import static dev.halflife.model.heat.History.A;
import static dev.halflife.model.heat.History.B;
import static dev.halflife.model.heat.History.C;
import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.heat.HeatReply.Emission;
import org.junit.jupiter.api.Test;

/** What the strict contract asks of forgotten keys (F3): what peers believe outlives the counter. */
class ForgottenKeyTest {

    @Test
    void f3_aRemovedKeyThatPeersBelieveHotIsWithdrawn() {
        removedWhileBelievedHot().wrong(HeatRule.F3, tick(2), nothing()).right(tick(2), withdrawn(A));
    }

    @Test
    void f3_whatIsOwedIsReissuedUntilCommitted() {
        removedWhileBelievedHot()
                .tick(2)
                .rollback(2)
                .wrong(HeatRule.F3, tick(3), nothing())
                .right(tick(3), withdrawn(A))
                .commit(3)
                .right(tick(4), nothing());
    }

    @Test
    void f3_whatIsOwedIsAWithdrawalAndNoRate() {
        removedWhileBelievedHot().wrong(HeatRule.F3, tick(2), told(A, 1));
    }

    @Test
    void f3_anEvictedKeyThatPeersBelieveHotIsWithdrawn() {
        History.strict()
                .cap(1)
                .bump(A)
                .tick(1)
                .commit(1)
                .bump(B)
                .wrong(HeatRule.F3, tick(2), told(B, 1))
                .right(tick(2), told(B, 1, A, 0));
    }

    @Test
    void f3_aKeyThatComesBackFirstStartsFromWhatPeersBelieve() {
        removedWhileBelievedHot()
                .bump(A)
                .wrong(HeatRule.F3, observe(A), tracked(1, 0, NEVER))
                .wrong(HeatRule.F3, tick(2), told(A, 1))
                .right(observe(A), tracked(1, 0, announced(1)))
                .right(tick(2), nothing());
    }

    @Test
    void f3_aKeyThatComesBackAndCoolsDownIsWithdrawn() {
        removedWhileBelievedHot()
                .bump(A)
                .later(65)
                .wrong(HeatRule.F3, tick(2), nothing())
                .right(tick(2), withdrawn(A));
    }

    @Test
    void f3_aKeyThatPeersNeverHeardOfIsOwedNothing() {
        History.strict().bump(A).remove(A).right(tick(1), nothing());
    }

    @Test
    void f3_whatIsOwedPastTheCapDropsTheOldestAndCountsIt() {
        History history = History.strict()
                .cap(1)
                .bump(A)
                .tick(1)
                .commit(1)
                .bump(B)
                .tick(2)
                .commit(2, B)
                .bump(C);

        assertThat(history.state().owedKeys()).containsExactly(B);
        assertThat(history.state().droppedWithdrawals()).isEqualTo(1);
    }

    @Test
    void f3_anAnswerAboutAForgottenKeyMakesItOwed() {
        History.strict()
                .cap(1)
                .bump(A)
                .tick(1)
                .bump(B)
                .tick(2)
                .bump(C) // A is owed no more: B took its place
                .commit(1)
                .wrong(HeatRule.F3, tick(3), told(C, 1))
                .right(tick(3), told(C, 1, A, 0));
    }

    @Test
    void f3_asPublishedAForgottenKeyIsForgotten() {
        History.published().bump(A).tick(1).commit(1).remove(A).right(tick(2), nothing());
    }

    private static History removedWhileBelievedHot() {
        return History.strict().bump(A).tick(1).commit(1).remove(A);
    }

    @Test
    void f3_aWithdrawalOfAForgottenKeyMakesNothingOwed() {
        removedWhileBelievedHot().tick(2).commit(2).commit(2).right(tick(3), nothing());
    }

    @Test
    void f3_aKeyThatPeersBelieveColdIsOwedNothing() {
        History.strict()
                .bump(A)
                .tick(1)
                .commit(1)
                .later(65)
                .right(tick(2), withdrawn(A))
                .bump(A)
                .commit(2)
                .remove(A)
                .right(tick(3), nothing());
    }

    @Test
    void f3_aRolledBackAnnouncementOfAForgottenKeyMayHaveArrived() {
        removedWhileBelievedHot()
                .tick(2)
                .commit(2)
                .then(rollback(1))
                .wrong(HeatRule.F13, tick(3), nothing())
                .right(tick(3), withdrawn(A));
    }

    @Test
    void f3_aHeatThatArrivesLateIsUnknownToTheCounterThatComesBack() {
        removedWhileBelievedHot().tick(2).commit(2).commit(1).bump(A).right(observe(A), tracked(1, 0, UNKNOWN));
    }

    @Test
    void f3_withoutF13OnlyACommitArrives() {
        forgottenInFlight().rollback(1).right(tick(2), nothing());
        forgottenInFlight()
                .then(commit(1))
                .bump(A)
                .wrong(HeatRule.T2, observe(A), tracked(1, 0, UNKNOWN))
                .right(observe(A), tracked(1, 0, announced(1)));
        forgottenInFlight().commit(1).wrong(HeatRule.F3, tick(2), nothing()).right(tick(2), withdrawn(A));
    }

    /** Announced and removed before the answer, where the contract knows of no unknown belief: nothing is owed yet. */
    private static History forgottenInFlight() {
        return History.under(Contract.strict().with(Finding.F13, false))
                .bump(A)
                .tick(1)
                .remove(A);
    }

    @Test
    void f3_asPublishedALateAnswerMakesNothingOwed() {
        History.published().bump(A).tick(1).remove(A).commit(1).right(tick(2), nothing());
    }

    @Test
    void t4_aWithdrawalInFlightIsPassedOver() {
        History.strict()
                .marked()
                .bump(A)
                .tick(1)
                .commit(1)
                .remove(A)
                .right(tick(2), withdrawn(A))
                .wrong(HeatRule.T4, tick(3), withdrawn(A))
                .right(tick(3), nothing());
    }

    @Test
    void f1_aStaleAnswerLeavesTheMarkOfAWithdrawal() {
        History.strict()
                .marked()
                .bump(A)
                .tick(1)
                .commit(1)
                .remove(A)
                .right(tick(2), withdrawn(A))
                .commit(1)
                .wrong(HeatRule.F1, tick(3), withdrawn(A))
                .right(tick(3), nothing());
    }

    @Test
    void f3_aDroppedWithdrawalIsNoLongerIssued() {
        Emission hot = new Emission(C, 1);
        Emission owed = new Emission(B, 0);
        History.strict()
                .cap(1)
                .bump(A)
                .tick(1)
                .commit(1)
                .bump(B)
                .tick(2)
                .commit(2, B)
                .bump(C)
                .wrong(HeatRule.F3, tick(3), told(hot, owed, new Emission(A, 0)))
                .wrong(HeatRule.T1, tick(3), told(hot, owed, new Emission(A, 5)))
                .right(tick(3), told(hot, owed));
    }
}
