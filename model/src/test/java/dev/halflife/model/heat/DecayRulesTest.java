package dev.halflife.model.heat;

import static dev.halflife.model.heat.Answer.NEVER;
import static dev.halflife.model.heat.Answer.counted;
import static dev.halflife.model.heat.Answer.rate;
import static dev.halflife.model.heat.Answer.told;
import static dev.halflife.model.heat.Answer.tracked;
import static dev.halflife.model.heat.Answer.withdrawn;
import static dev.halflife.model.heat.Ask.bump;
import static dev.halflife.model.heat.Ask.len;
import static dev.halflife.model.heat.Ask.observe;
import static dev.halflife.model.heat.Ask.tick;
import static dev.halflife.model.heat.Ask.touch;
import static dev.halflife.model.heat.History.A;
import static dev.halflife.model.heat.History.HALF_LIFE;

import org.junit.jupiter.api.Test;

/** The rules of a single counter, each with a reply that it convicts. */
class DecayRulesTest {

    @Test
    void d1_aFreshCounterHasNoHeat() {
        History.published()
                .later(1)
                .touch(A)
                .wrong(HeatRule.D1, observe(A), tracked(1, HALF_LIFE, NEVER))
                .right(observe(A), tracked(0, HALF_LIFE, NEVER));
    }

    @Test
    void d2_aRateHalvesEachHalfLife() {
        History.published()
                .bump(A)
                .bump(A)
                .later(1)
                .wrong(HeatRule.D2, tick(1), told(A, 1.1))
                .right(tick(1), told(A, 1))
                .later(1)
                .wrong(HeatRule.D2, tick(2), told(A, 0.6))
                .right(tick(2), told(A, 0.5))
                .later(1)
                .wrong(HeatRule.D2, bump(A), rate(1.3))
                .right(bump(A), rate(1.25));
    }

    @Test
    void d2_aTickedRateIsAsOfTheTick() {
        History.published()
                .bump(A)
                .later(1)
                .tick(1)
                .wrong(HeatRule.D2, observe(A), tracked(0.5, HALF_LIFE - 1, NEVER))
                .right(observe(A), tracked(0.5, HALF_LIFE, NEVER));
    }

    @Test
    void d3_aBumpDecaysFirstAndThenAddsOne() {
        History.published()
                .bump(A)
                .later(1)
                .wrong(HeatRule.D3, bump(A), rate(2)) // added, not decayed
                .wrong(HeatRule.D3, bump(A), rate(1)) // added, then decayed
                .wrong(HeatRule.D3, bump(A), rate(0.5)) // decayed, not added
                .wrong(HeatRule.D3, bump(A), rate(2.5)) // added twice
                .right(bump(A), rate(1.5));
    }

    @Test
    void d3_theFirstBumpMakesOne() {
        History.published()
                .wrong(HeatRule.D3, bump(A), Answer.touched())
                .wrong(HeatRule.D3, bump(A), rate(0))
                .wrong(HeatRule.D3, bump(A), rate(2))
                .right(bump(A), rate(1));
    }

    @Test
    void d4_silenceBeyond64HalfLivesIsExactlyZero() {
        History.published()
                .bump(A)
                .tick(1)
                .commit(1)
                .later(65)
                .wrong(HeatRule.D4, tick(2), told(A, 0x1p-65))
                .right(tick(2), withdrawn(A));
    }

    @Test
    void d4_aBumpAfterSilenceStartsFromZero() {
        History.published()
                .bump(A)
                .later(65)
                .wrong(HeatRule.D4, bump(A), rate(1.5))
                .right(bump(A), rate(1));
    }

    @Test
    void d4_aRateBelowEpsIsExactlyZero() {
        History.published()
                .bump(A)
                .tick(1)
                .commit(1)
                .later(53)
                .wrong(HeatRule.D4, tick(2), told(A, 0x1p-53))
                .right(tick(2), withdrawn(A));
    }

    @Test
    void d5_aZeroHalfLifeNeverDecays() {
        History.published()
                .then(touch(A, 0))
                .bump(A)
                .later(1_000_000)
                .wrong(HeatRule.D5, tick(1), told(A, 0.5))
                .right(tick(1), told(A, 1))
                .wrong(HeatRule.D5, observe(A), tracked(0.5, 1_000_000 * HALF_LIFE, NEVER))
                .wrong(HeatRule.D3, bump(A), rate(1.25))
                .right(bump(A), rate(2));
    }

    @Test
    void d6_timeGoingBackNeverAddsHeat() {
        History.published()
                .bump(A)
                .later(-1)
                .wrong(HeatRule.D6, bump(A), rate(3)) // the decay of minus one half-life
                .right(bump(A), rate(2));
    }

    @Test
    void d6_asPublishedTheClockIsFollowedBack() {
        History.published()
                .bump(A)
                .later(-1)
                .bump(A)
                .wrong(HeatRule.D6, observe(A), tracked(2, 0, NEVER))
                .right(observe(A), tracked(2, -HALF_LIFE, NEVER))
                .later(1)
                .wrong(HeatRule.D3, bump(A), rate(3))
                .right(bump(A), rate(2));
    }

    @Test
    void d7_readingDecaysNothing() {
        History.published()
                .bump(A)
                .later(1)
                .wrong(HeatRule.D7, observe(A), tracked(0.5, HALF_LIFE, NEVER))
                .right(observe(A), tracked(1, 0, NEVER))
                .right(observe(A), tracked(1, 0, NEVER));
    }

    @Test
    void d7_aReadingIsAnsweredWithAReading() {
        History.published().bump(A).wrong(HeatRule.D7, observe(A), counted(1));
    }

    @Test
    void d7_countingChangesNothing() {
        History.published().bump(A).right(len(), counted(1)).right(observe(A), tracked(1, 0, NEVER));
    }
}
