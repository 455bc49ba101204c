package dev.halflife.model.heat;

import static dev.halflife.model.heat.Answer.NEVER;
import static dev.halflife.model.heat.Answer.announced;
import static dev.halflife.model.heat.Answer.counted;
import static dev.halflife.model.heat.Answer.rate;
import static dev.halflife.model.heat.Answer.tracked;
import static dev.halflife.model.heat.Ask.bump;
import static dev.halflife.model.heat.Ask.len;
import static dev.halflife.model.heat.Ask.observe;
import static dev.halflife.model.heat.Ask.touch;
import static dev.halflife.model.heat.History.A;
import static dev.halflife.model.heat.History.B;
import static dev.halflife.model.heat.History.HALF_LIFE;

import org.junit.jupiter.api.Test;

/** Of several rules that a reply breaks, the one that would explain it is named. */
class BlameTest {

    private static final long LONGER = 10 * HALF_LIFE;

    @Test
    void r1_aRateDecayedByTheHalfLifeThatTheBumpBrought() {
        History.published()
                .bump(A)
                .later(10)
                .wrong(HeatRule.R1, bump(A, LONGER), rate(1.5))
                .right(bump(A, LONGER), rate(1 + 0x1p-10));
    }

    @Test
    void r1_aRateDecayedByThePolicysHalfLife() {
        History.published()
                .then(touch(A, LONGER))
                .bump(A)
                .later(10)
                .wrong(HeatRule.R1, bump(A), rate(1 + 0x1p-10))
                .right(bump(A), rate(1.5));
    }

    @Test
    void d3_aRateThatCountedFirstAndDecayedThen() {
        History.published()
                .bump(A)
                .bump(A)
                .later(1)
                .wrong(HeatRule.D3, bump(A), rate(1.5))
                .right(bump(A), rate(2));
    }

    @Test
    void f5_whoeverKeptASilentZeroKeptItsHalfLife() {
        silentZeroReplaced().later(10).wrong(HeatRule.F5, bump(A), rate(1.5)).right(bump(A), rate(1 + 0x1p-10));
    }

    private static History silentZeroReplaced() {
        return History.strict().then(touch(A, LONGER)).tick(1).bump(A);
    }

    @Test
    void d2_aSilentZeroOfTheSameHalfLifeExplainsNothing() {
        History.strict().touch(A).tick(1).bump(A).later(1).wrong(HeatRule.D2, bump(A), rate(1.3));
    }

    @Test
    void d2_aRemovedCounterOfAnotherHalfLifeExplainsNothing() {
        History.published().then(touch(A, LONGER)).remove(A).bump(A).later(1).wrong(HeatRule.D2, bump(A), rate(1.3));
    }

    @Test
    void f5_whoeverKeptASilentZeroKeptItsTime() {
        History.strict()
                .touch(A)
                .later(1)
                .tick(1)
                .later(1)
                .touch(A)
                .wrong(HeatRule.F5, observe(A), tracked(0, 0, NEVER))
                .wrong(HeatRule.F5, observe(A), tracked(0, HALF_LIFE, NEVER))
                .wrong(HeatRule.D1, observe(A), tracked(0, HALF_LIFE / 2, NEVER))
                .right(observe(A), tracked(0, 2 * HALF_LIFE, NEVER));
    }

    @Test
    void r4_whoeverKeptARemovedCounterKeptItsTime() {
        History.published().touch(A).remove(A).later(1).touch(A).wrong(HeatRule.R4, observe(A), tracked(0, 0, NEVER));
    }

    @Test
    void t1_whoeverPassedOverWhatIsInFlightKeptTheTimeOfItsMark() {
        inFlightSinceOne(History.published().marked()).wrong(HeatRule.T1, observe(A), tracked(0.5, HALF_LIFE, NEVER));
        inFlightSinceOne(History.published().marked()).wrong(HeatRule.T1, observe(A), tracked(1, 0, NEVER));
        inFlightSinceOne(History.published()).wrong(HeatRule.T1, observe(A), tracked(1, HALF_LIFE, NEVER));
    }

    private static History inFlightSinceOne(History history) {
        return history.bump(A).later(1).tick(1).later(1).tick(2).later(1);
    }

    @Test
    void d6_aRateAfterAStepBack() {
        History.published().bump(A).later(-1).bump(A).wrong(HeatRule.D6, observe(A), tracked(2, 0, NEVER));
        History.strict().bump(A).later(-1).bump(A).wrong(HeatRule.F4, observe(A), tracked(2, -HALF_LIFE, NEVER));
    }

    @Test
    void r4_aRemovedCounterThatIsStillAnsweredFor() {
        removedAfterCommit()
                .wrong(HeatRule.R4, observe(A), tracked(1, 0, announced(1)))
                .wrong(HeatRule.R4, observe(A), new HeatReply.Tracked(1, null, announced(1)));
    }

    @Test
    void t2_aCounterThatACommitMadeAnew() {
        History.published()
                .bump(A)
                .tick(1)
                .remove(A)
                .commit(1)
                .wrong(HeatRule.T2, observe(A), tracked(0, 0, announced(1)));
    }

    @Test
    void whatNothingExplainsIsBlamedOnWhatExplainsTheMostOfIt() {
        removedAfterCommit().wrong(HeatRule.R4, observe(A), tracked(3, 0, announced(1)));
    }

    private static History removedAfterCommit() {
        return History.published().bump(A).tick(1).commit(1).remove(A).later(1);
    }

    @Test
    void r4_aCountAtTheCapThatIncludesARemovedKey() {
        History.published().cap(2).bump(A).bump(B).remove(A).wrong(HeatRule.R4, len(), counted(2));
    }
}
