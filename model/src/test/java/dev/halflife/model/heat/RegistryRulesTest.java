package dev.halflife.model.heat;

import static dev.halflife.model.heat.Answer.NEVER;
import static dev.halflife.model.heat.Answer.counted;
import static dev.halflife.model.heat.Answer.done;
import static dev.halflife.model.heat.Answer.evicted;
import static dev.halflife.model.heat.Answer.evictedForRate;
import static dev.halflife.model.heat.Answer.nothing;
import static dev.halflife.model.heat.Answer.rate;
import static dev.halflife.model.heat.Answer.told;
import static dev.halflife.model.heat.Answer.touched;
import static dev.halflife.model.heat.Answer.tracked;
import static dev.halflife.model.heat.Answer.untracked;
import static dev.halflife.model.heat.Ask.bump;
import static dev.halflife.model.heat.Ask.len;
import static dev.halflife.model.heat.Ask.observe;
import static dev.halflife.model.heat.Ask.remove;
import static dev.halflife.model.heat.Ask.tick;
import static dev.halflife.model.heat.Ask.touch;
import static dev.halflife.model.heat.History.A;
import static dev.halflife.model.heat.History.B;
import static dev.halflife.model.heat.History.C;
import static dev.halflife.model.heat.History.HALF_LIFE;

import org.junit.jupiter.api.Test;

/** The rules of which keys are tracked, each with a reply that it convicts. */
class RegistryRulesTest {

    @Test
    void r1_onlyWhatWasTouchedIsTracked() {
        History.published()
                .touch(A)
                .wrong(HeatRule.R1, observe(B), tracked(0, 0, NEVER))
                .right(observe(B), untracked())
                .right(observe(A), tracked(0, 0, NEVER));
    }

    @Test
    void r1_aKnownCounterKeepsTheHalfLifeItWasMadeWith() {
        History.published()
                .bump(A)
                .then(touch(A, 10 * HALF_LIFE))
                .later(10)
                .wrong(HeatRule.R1, tick(1), told(A, 0.5))
                .right(tick(1), told(A, 0x1p-10));
    }

    @Test
    void r1_aTouchIsAnsweredWithWhatItEvicted() {
        History.published().wrong(HeatRule.R1, touch(A), done()).right(touch(A), touched());
    }

    @Test
    void r2_atTheCapExactlyOneIsEvicted() {
        History.published()
                .cap(1)
                .bump(A)
                .wrong(HeatRule.R2, touch(B), touched())
                .right(touch(B), evicted(A))
                .right(len(), counted(1));
    }

    @Test
    void r2_belowTheCapNothingIsEvicted() {
        History.published()
                .cap(2)
                .bump(A)
                .wrong(HeatRule.R2, touch(B), evicted(A))
                .right(touch(B), touched());
    }

    @Test
    void r2_aKnownKeyEvictsNothing() {
        History.published()
                .cap(1)
                .bump(A)
                .wrong(HeatRule.R2, bump(A), evictedForRate(A, 2))
                .right(bump(A), rate(2));
    }

    @Test
    void r2_withoutACapNothingIsEverEvicted() {
        History.published()
                .bump(A)
                .bump(B)
                .wrong(HeatRule.R2, bump(C), evictedForRate(A, 1))
                .right(bump(C), rate(1));
    }

    @Test
    void r2_theSizeNeverPassesTheCap() {
        History.published()
                .cap(2)
                .bump(A)
                .bump(B)
                .bump(C)
                .wrong(HeatRule.R2, len(), counted(3))
                .right(len(), counted(2));
    }

    @Test
    void r2_aCountIsAnsweredWithACount() {
        History.published().wrong(HeatRule.R2, len(), done()).right(len(), counted(0));
    }

    @Test
    void r3_theVictimHasTheSmallestAsOf() {
        History.published()
                .cap(2)
                .bump(A)
                .later(1)
                .bump(B)
                .later(1)
                .wrong(HeatRule.R3, bump(C), evictedForRate(B, 1))
                .right(bump(C), evictedForRate(A, 1));
    }

    @Test
    void r3_afterATickAllAreEquallyRecent() {
        History.published().cap(2).bump(A).later(1).bump(B).tick(1).right(bump(C), evictedForRate(B, 1));
    }

    @Test
    void r3_theVictimWasTracked() {
        History.published().cap(1).bump(A).wrong(HeatRule.R3, bump(C), evictedForRate(B, 1));
    }

    @Test
    void r4_aRemovedKeyIsTrackedNoMore() {
        History.published()
                .bump(A)
                .bump(B)
                .remove(A)
                .wrong(HeatRule.R4, observe(A), tracked(1, 0, NEVER))
                .wrong(HeatRule.R4, len(), counted(2))
                .wrong(HeatRule.R4, tick(1), told(A, 1, B, 1))
                .right(observe(A), untracked())
                .right(len(), counted(1))
                .right(tick(1), told(B, 1));
    }

    @Test
    void r4_aRemovedKeyComesBackFresh() {
        History.published()
                .bump(A)
                .remove(A)
                .wrong(HeatRule.R4, bump(A), rate(2))
                .right(bump(A), rate(1));
    }

    @Test
    void r4_removingAnUnknownKeyIsANoOp() {
        History.published()
                .wrong(HeatRule.R4, remove(A), untracked())
                .right(remove(A), done())
                .right(tick(1), nothing())
                .right(len(), counted(0));
    }
}
