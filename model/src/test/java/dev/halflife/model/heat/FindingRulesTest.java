package dev.halflife.model.heat;

import static dev.halflife.model.heat.Answer.NEVER;
import static dev.halflife.model.heat.Answer.UNKNOWN;
import static dev.halflife.model.heat.Answer.announced;
import static dev.halflife.model.heat.Answer.counted;
import static dev.halflife.model.heat.Answer.evictedForRate;
import static dev.halflife.model.heat.Answer.nothing;
import static dev.halflife.model.heat.Answer.told;
import static dev.halflife.model.heat.Answer.touched;
import static dev.halflife.model.heat.Answer.tracked;
import static dev.halflife.model.heat.Answer.untracked;
import static dev.halflife.model.heat.Answer.withdrawn;
import static dev.halflife.model.heat.Ask.bump;
import static dev.halflife.model.heat.Ask.len;
import static dev.halflife.model.heat.Ask.observe;
import static dev.halflife.model.heat.Ask.tick;
import static dev.halflife.model.heat.Ask.touch;
import static dev.halflife.model.heat.History.A;
import static dev.halflife.model.heat.History.B;
import static dev.halflife.model.heat.History.C;
import static dev.halflife.model.heat.History.HALF_LIFE;
import static dev.halflife.model.heat.History.LEASE;

import org.junit.jupiter.api.Test;

/** What the strict contract asks instead of recency erased, silent zeros and leaking marks (F2, F5, F10). */
class FindingRulesTest {

    @Test
    void f2_theVictimIsTheOneLeastRecentlyBumped() {
        History.strict()
                .cap(2)
                .bump(A)
                .bump(B)
                .bump(A)
                .wrong(HeatRule.F2, bump(C), evictedForRate(A, 1))
                .right(bump(C), evictedForRate(B, 1));
    }

    @Test
    void f2_aTouchCountsAndATickAndAReadingDoNot() {
        History.strict()
                .cap(2)
                .bump(A)
                .bump(B)
                .touch(A)
                .later(1)
                .tick(1)
                .then(observe(B))
                .wrong(HeatRule.F2, bump(C), evictedForRate(A, 1))
                .right(bump(C), evictedForRate(B, 1));
    }

    @Test
    void f2_recencyIsAnOrderOfOperationsNotOfTimes() {
        History.strict()
                .cap(2)
                .bump(A)
                .later(-1)
                .bump(B)
                .wrong(HeatRule.F2, bump(C), evictedForRate(B, 1))
                .right(bump(C), evictedForRate(A, 1));
    }

    @Test
    void f5_aTickPrunesASilentZero() {
        History.strict()
                .bump(A)
                .later(65)
                .right(tick(1), nothing())
                .wrong(HeatRule.F5, len(), counted(1))
                .wrong(HeatRule.F5, observe(A), tracked(0, 65 * HALF_LIFE, NEVER))
                .right(len(), counted(0))
                .right(observe(A), untracked());
    }

    @Test
    void f5_aTickPrunesWhatWasOnlyTouched() {
        History.strict().touch(A).tick(1).wrong(HeatRule.F5, len(), counted(1)).right(len(), counted(0));
    }

    @Test
    void f5_silentZerosPushNothingOut() {
        History.strict()
                .cap(2)
                .touch(A)
                .bump(B)
                .tick(1)
                .wrong(HeatRule.F5, touch(C), Answer.evicted(A))
                .right(touch(C), touched());
    }

    @Test
    void f5_asPublishedASilentZeroIsKept() {
        History.published()
                .bump(A)
                .later(65)
                .tick(1)
                .wrong(HeatRule.T3, len(), counted(0))
                .right(len(), counted(1));
    }

    @Test
    void f10_aMarkOlderThanTheLeaseNoLongerCounts() {
        History.strict()
                .marked()
                .bump(A)
                .tick(1)
                .later((double) (LEASE + 1) / HALF_LIFE)
                .wrong(HeatRule.F10, tick(2), nothing())
                .right(tick(2), told(A, DecayLaw.decay(1, LEASE + 1, HALF_LIFE)));
    }

    @Test
    void f10_aMarkAsOldAsTheLeaseStillCounts() {
        History.strict()
                .marked()
                .bump(A)
                .tick(1)
                .later((double) LEASE / HALF_LIFE)
                .wrong(HeatRule.T4, tick(2), told(A, 0x1p-10))
                .right(tick(2), nothing());
    }

    @Test
    void f10_theMarkOfAnOwedKeyExpiresToo() {
        History.strict()
                .marked()
                .bump(A)
                .tick(1)
                .remove(A)
                .tick(2)
                .right(tick(3), nothing())
                .later(11)
                .wrong(HeatRule.F10, tick(4), nothing())
                .right(tick(4), withdrawn(A));
    }

    @Test
    void f10_theAnswerThatComesAfterTheLeaseIsStale() {
        History.strict()
                .marked()
                .bump(A)
                .tick(1)
                .later(11)
                .tick(2)
                .commit(1)
                .wrong(HeatRule.F1, observe(A), tracked(1, 0, announced(1)))
                .right(observe(A), tracked(1, 0, UNKNOWN));
    }

    @Test
    void f10_asPublishedAMarkIsForEver() {
        History.published().marked().bump(A).tick(1).later(1_000).wrong(HeatRule.T4, tick(2), withdrawn(A));
    }

    @Test
    void f10_theLeaseRunsFromTheTickThatMarked() {
        History.strict().marked().later(20).bump(A).tick(1).later(5).right(tick(2), nothing());
    }
}
