package dev.halflife.model.heat;

import static dev.halflife.model.heat.Answer.NEVER;
import static dev.halflife.model.heat.Answer.UNKNOWN;
import static dev.halflife.model.heat.Answer.nothing;
import static dev.halflife.model.heat.Answer.rate;
import static dev.halflife.model.heat.Answer.told;
import static dev.halflife.model.heat.Answer.tracked;
import static dev.halflife.model.heat.Ask.bump;
import static dev.halflife.model.heat.Ask.observe;
import static dev.halflife.model.heat.Ask.tick;
import static dev.halflife.model.heat.History.A;
import static dev.halflife.model.heat.History.HALF_LIFE;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import org.junit.jupiter.api.Test;

/** What the strict contract asks where the clock steps back (F4): the time a rate is as of never does. */
class BackwardClockTest {

    @Test
    void f4_aStepBackIsNotDecayedTwice() {
        History.strict()
                .bump(A)
                .later(-1)
                .bump(A)
                .later(1)
                .wrong(HeatRule.F4, bump(A), rate(2))
                .right(bump(A), rate(3));
    }

    @Test
    void f4_asOfNeverMovesBack() {
        History.strict()
                .bump(A)
                .later(-1)
                .bump(A)
                .wrong(HeatRule.F4, observe(A), tracked(2, -HALF_LIFE, NEVER))
                .right(observe(A), tracked(2, 0, NEVER));
    }

    @Test
    void f4_aTickAfterAStepBackDecaysFromTheLaterTime() {
        History.strict()
                .bump(A)
                .later(-2)
                .bump(A)
                .later(3)
                .wrong(HeatRule.F4, tick(1), told(A, 0.25))
                .right(tick(1), told(A, 1));
    }

    @Test
    void f4_aStepBackHidesNoChangeThatIsDue() {
        History.strict()
                .bump(A)
                .tick(1)
                .commit(1)
                .later(-2)
                .bump(A)
                .bump(A)
                .later(2)
                .wrong(HeatRule.F4, tick(2), nothing()) // as if decayed twice, to 0.75
                .right(tick(2), told(A, 3));
    }

    @Test
    void f4_aReadingIsAsOfTheBumpOrAsOfTheTick() {
        History.strict()
                .bump(A)
                .later(1)
                .tick(1)
                .right(observe(A), tracked(0.5, HALF_LIFE, UNKNOWN))
                .right(observe(A), tracked(1, 0, UNKNOWN))
                .wrong(observe(A), tracked(1, HALF_LIFE, UNKNOWN))
                .wrong(observe(A), tracked(0.5, 0, UNKNOWN));
    }

    @Test
    void f4_whoAnnouncedTheRateOfTheTickIsHeldToIt() {
        steppedBackAcrossATick()
                .right(tick(2), told(A, 0.25))
                .wrong(bump(A), rate(1.5))
                .right(bump(A), rate(1.25));
    }

    @Test
    void f4_whoAnnouncedTheRateOfTheEarlierTimeIsHeldToIt() {
        steppedBackAcrossATick()
                .right(tick(2), told(A, 0.5))
                .wrong(bump(A), rate(1.25))
                .right(bump(A), rate(1.5));
    }

    @Test
    void f4_untilARateIsSeenBothTimesAreFollowed() {
        partedUnseen().right(bump(A), rate(1 + 0x1p-5)).wrong(bump(A), rate(2 + 0x1p-10));
        partedUnseen().right(bump(A), rate(1 + 0x1p-10)).wrong(bump(A), rate(2 + 0x1p-5));
    }

    /** Bumped from 0, which shows no time: as of half-life 5, or of the tick at 10. Then a tick at 15 that says nothing. */
    private static History partedUnseen() {
        return History.under(Contract.strict().with(Finding.F5, false))
                .disabled()
                .touch(A)
                .later(10)
                .tick(1)
                .later(-5)
                .right(bump(A), rate(1))
                .later(10)
                .right(tick(2), nothing());
    }

    @Test
    void f4_whoDecaysAtTicksKeepsTheTimeOfTheTick() {
        steppedBackAcrossATick()
                .right(bump(A), rate(1.25))
                .later(2)
                .wrong(HeatRule.F4, tick(2), told(A, 0.3125))
                .wrong(HeatRule.D2, tick(2), told(A, 0.375))
                .right(tick(2), told(A, 0.625));
    }

    @Test
    void f4_whoOnlyReadsAtTicksKeepsTheTimeOfTheBump() {
        steppedBackAcrossATick()
                .right(bump(A), rate(1.5))
                .later(2)
                .wrong(HeatRule.D2, tick(2), told(A, 0.625))
                .wrong(HeatRule.D2, tick(2), told(A, 0.75))
                .right(tick(2), told(A, 0.375));
    }

    private static History steppedBackAcrossATick() {
        return History.strict().bump(A).later(2).tick(1).later(-1);
    }

    @Test
    void f4_beforeTheBumpItselfBothTimesAreFollowed() {
        steppedBackBeforeTheBump().right(tick(2), told(A, 0.25));
        steppedBackBeforeTheBump().right(tick(2), told(A, 1));
        steppedBackBeforeTheBump().wrong(tick(2), told(A, 2));
    }

    private static History steppedBackBeforeTheBump() {
        return History.strict().bump(A).later(2).tick(1).later(-3);
    }

    @Test
    void f4_aRateThatWasSeenIsBlamedOnNoEarlierStepBack() {
        History.published()
                .bump(A)
                .later(-1)
                .bump(A)
                .right(tick(1), told(A, 2))
                .later(1)
                .wrong(HeatRule.D2, tick(2), told(A, 1.3))
                .right(tick(2), told(A, 1));
    }
}
