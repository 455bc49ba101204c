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

import org.junit.jupiter.api.Test;

/** What a person reads of a wrong reply: what the rules ask for, and what was seen. */
class ViolationWordsTest {

    @Test
    void ofABump() {
        History.published().bump(A).wrong("D3: expected rate 2.0 after the bump, seen rate 3.0", bump(A), rate(3));
    }

    @Test
    void ofACount() {
        History.published()
                .bump(A)
                .wrong("R2: expected 1 tracked key, seen 2 tracked keys", len(), counted(2))
                .wrong("T3: expected 1 tracked key, seen 0 tracked keys", len(), counted(0));
    }

    @Test
    void ofAnAbsentAnnouncement() {
        History.published().bump(A).wrong("E3: expected a → 1.0, seen nothing for a", tick(1), nothing());
    }

    @Test
    void ofAnAbsentWithdrawal() {
        believedHot().wrong("E4: expected a → 0.0, seen nothing for a", tick(2), nothing());
    }

    @Test
    void ofAnAnnouncementThatIsNotDue() {
        History.published()
                .bump(A)
                .tick(1)
                .commit(1)
                .wrong("E8: expected nothing for a, seen a → 1.0", tick(2), told(A, 1));
    }

    @Test
    void ofAnAnnouncementInPlaceOfAWithdrawal() {
        believedHot().wrong("D4: expected a → 0.0, seen a → 0.5", tick(2), told(A, 0.5));
    }

    @Test
    void ofAWrongRate() {
        History.published().bump(A).wrong("D2: expected a → 1.0, seen a → 2.0", tick(1), told(A, 2));
        History.published().bump(A).wrong("D4: expected a → 1.0, seen a → 0.0", tick(1), withdrawn(A));
    }

    @Test
    void ofABelief() {
        History.published()
                .bump(A)
                .wrong("T1: expected lastEmitted nothing, seen lastEmitted unknown", observe(A), tracked(1, 0, UNKNOWN))
                .tick(1)
                .commit(1)
                .wrong("T2: expected lastEmitted 1.0, seen lastEmitted nothing", observe(A), tracked(1, 0, NEVER))
                .wrong("T2: expected lastEmitted 1.0, seen lastEmitted 2.0", observe(A), tracked(1, 0, announced(2)));
    }

    private static History believedHot() {
        return History.published().bump(A).tick(1).commit(1).later(65);
    }
}
