package dev.halflife.model.heat;

import static dev.halflife.model.heat.Answer.nothing;
import static dev.halflife.model.heat.Answer.told;
import static dev.halflife.model.heat.Answer.withdrawn;
import static dev.halflife.model.heat.Ask.tick;
import static dev.halflife.model.heat.History.A;

import org.junit.jupiter.api.Test;

/** The rows of the emission decision as the judge of a tick names them. */
class EmissionRowsTest {

    @Test
    void e1_aDisabledPolicyAnnouncesNothing() {
        History.published()
                .disabled()
                .bump(A)
                .wrong(HeatRule.E1, tick(1), told(A, 1))
                .right(tick(1), nothing());
    }

    @Test
    void e1_aDisabledPolicyOwesNothing() {
        History.strict()
                .disabled()
                .bump(A)
                .tick(1)
                .remove(A)
                .wrong(HeatRule.T1, tick(2), withdrawn(A))
                .right(tick(2), nothing());
    }

    @Test
    void e2_whatIsNoRateIsNotAnnounced() {
        History.published()
                .bump(A)
                .wrong(HeatRule.E2, tick(1), told(A, Double.NaN))
                .wrong(HeatRule.E2, tick(1), told(A, Double.POSITIVE_INFINITY))
                .wrong(HeatRule.E2, tick(1), told(A, -1))
                .right(tick(1), told(A, 1));
    }

    @Test
    void e3_aPositiveRateIsAnnouncedFirst() {
        History.published().bump(A).wrong(HeatRule.E3, tick(1), nothing()).right(tick(1), told(A, 1));
    }

    @Test
    void e3_aZeroRateIsNotAnnouncedFirst() {
        History.published().touch(A).wrong(HeatRule.E3, tick(1), withdrawn(A)).right(tick(1), nothing());
    }

    @Test
    void e4_aZeroRateThatPeersBelievePositiveIsWithdrawn() {
        History.published()
                .bump(A)
                .tick(1)
                .commit(1)
                .later(65)
                .wrong(HeatRule.E4, tick(2), nothing())
                .right(tick(2), withdrawn(A));
    }

    @Test
    void e5_aZeroRateIsNotWithdrawnTwice() {
        withdrawnAndBack().later(65).wrong(HeatRule.E5, tick(4), withdrawn(A)).right(tick(4), nothing());
    }

    @Test
    void e6_afterAWithdrawalAPositiveRateIsAnnounced() {
        withdrawnAndBack().wrong(HeatRule.E6, tick(4), nothing()).right(tick(4), told(A, 1));
    }

    /** Withdrawn, bumped before the commit could prune it: tracked, and peers know that it is cold. */
    private static History withdrawnAndBack() {
        return History.published()
                .bump(A)
                .tick(1)
                .commit(1)
                .later(65)
                .right(tick(2), withdrawn(A))
                .bump(A)
                .commit(2);
    }

    @Test
    void e7_aRateThatMovedByTheRatioIsAnnounced() {
        History.published()
                .bump(A)
                .tick(1)
                .commit(1)
                .bump(A)
                .bump(A)
                .wrong(HeatRule.E7, tick(2), nothing())
                .right(tick(2), told(A, 3));
    }

    @Test
    void e7_aRateThatFellByTheRatioIsAnnounced() {
        History.published()
                .bump(A)
                .tick(1)
                .commit(1)
                .later(1.5)
                .wrong(HeatRule.E7, tick(2), nothing())
                .right(tick(2), told(A, StrictMath.pow(0.5, 1.5)));
    }

    @Test
    void e7_exactlyAtTheRatioEitherWayIsRight() {
        History.published()
                .bump(A)
                .tick(1)
                .commit(1)
                .bump(A)
                .right(tick(2), nothing())
                .right(tick(3), told(A, 2));
    }

    @Test
    void e8_aRateThatMovedByLessIsNotAnnounced() {
        History.published()
                .bump(A)
                .tick(1)
                .commit(1)
                .later(0.9)
                .wrong(HeatRule.E8, tick(2), told(A, StrictMath.pow(0.5, 0.9)))
                .right(tick(2), nothing());
    }

    @Test
    void e3_aZeroRateIsNotAnnouncedAsHeatEither() {
        History.published().touch(A).wrong(HeatRule.E3, tick(1), told(A, 0.5));
    }

    @Test
    void e3_aRateThatFellToZeroUnheardIsNotWithdrawn() {
        History.published().bump(A).later(65).wrong(HeatRule.E3, tick(1), withdrawn(A));
    }
}
