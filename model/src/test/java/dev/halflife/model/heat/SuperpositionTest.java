package dev.halflife.model.heat;

import static dev.halflife.model.heat.Answer.NEVER;
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
import static dev.halflife.model.heat.Ask.tick;
import static dev.halflife.model.heat.DecayLaw.EPS;
import static dev.halflife.model.heat.History.A;
import static dev.halflife.model.heat.History.B;
import static dev.halflife.model.heat.History.C;
import static dev.halflife.model.heat.History.HALF_LIFE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Step;
import dev.halflife.model.heat.HeatReply.Emission;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where the rules leave open what nobody has seen, each possibility is followed until a reply tells which it was. */
class SuperpositionTest {

    private static final int HOT_BUMPS = 9_000;
    private static final double AFTER_65_HALF_LIVES = HOT_BUMPS * 0x1p-65;

    @Test
    void d4_anUnseenRateAtEpsMayHaveBecomeZero() {
        unseenAtEps().right(observe(A), tracked(EPS, 52 * HALF_LIFE, NEVER));
        unseenAtEps().right(observe(A), tracked(0, 52 * HALF_LIFE, NEVER));
    }

    @Test
    void d4_aRateSeenAtEpsStaysThere() {
        unseenAtEps()
                .right(observe(A), tracked(EPS, 52 * HALF_LIFE, NEVER))
                .wrong(observe(A), tracked(0, 52 * HALF_LIFE, NEVER));
    }

    @Test
    void d4_aRateSeenAtZeroStaysThere() {
        unseenAtEps()
                .right(observe(A), tracked(0, 52 * HALF_LIFE, NEVER))
                .wrong(observe(A), tracked(EPS, 52 * HALF_LIFE, NEVER));
    }

    /** A disabled policy announces nothing, so that a tick shows no rate. */
    private static History unseenAtEps() {
        return rounded(History.published().disabled().bump(A)).right(tick(1), nothing());
    }

    @Test
    void f5_whatMayBeASilentZeroMayBePruned() {
        mayBePruned()
                .right(len(), counted(0))
                .wrong(HeatRule.R2, len(), counted(1))
                .right(observe(A), untracked());
        mayBePruned()
                .right(len(), counted(1))
                .wrong(HeatRule.T3, len(), counted(0))
                .right(tick(2), nothing());
    }

    private static History mayBePruned() {
        return rounded(History.strict().disabled().bump(A)).right(tick(1), nothing());
    }

    /** After 52 half-lives that a tick divides into parts, so that a rate is rounded on its way. */
    private static History rounded(History history) {
        return history.later(0.5).right(tick(99), nothing()).later(51.5);
    }

    @Test
    void d4_aHotKeyMayOutlive64HalfLivesThatATickDivides() {
        hotInFlight().right(observe(A), tracked(AFTER_65_HALF_LIVES, 65 * HALF_LIFE, NEVER));
        hotInFlight().right(observe(A), tracked(0, 65 * HALF_LIFE, NEVER));
    }

    @Test
    void d4_whatOutlived64HalfLivesIsAnnounced() {
        hotInFlight()
                .rollback(1)
                .right(tick(4), told(A, AFTER_65_HALF_LIVES))
                .wrong(observe(A), tracked(0, 65 * HALF_LIFE, NEVER));
    }

    @Test
    void d4_whatDidNotOutlive64HalfLivesIsSilent() {
        hotInFlight().rollback(1).right(tick(4), nothing()).right(tick(5), nothing());
    }

    @Test
    void d4_whatWasWithdrawnAsZeroIsNotWarmAgain() {
        History history = History.strict();
        for (int i = 0; i < 2 * HOT_BUMPS; i++) {
            history.bump(A);
        }
        history.tick(1)
                .commit(1)
                .later(65)
                .right(tick(2), withdrawn(A))
                .wrong(HeatRule.D4, tick(3), told(A, 2 * AFTER_65_HALF_LIVES))
                .right(tick(3), withdrawn(A));
    }

    /** In flight, so that ticks pass it over, while 65 half-lives go by in two parts. */
    private static History hotInFlight() {
        History history = History.published().marked();
        for (int i = 0; i < HOT_BUMPS; i++) {
            history.bump(A);
        }
        return history.tick(1).later(30).right(tick(2), nothing()).later(35).right(tick(3), nothing());
    }

    @Test
    void f3_ofKeysOwedAtOnceAnyMayBeTheOldest() {
        oneTooManyOwed().right(tick(4), withdrawn(A, C)).wrong(HeatRule.F3, tick(5), withdrawn(B, C));
        oneTooManyOwed().right(tick(4), withdrawn(B, C)).wrong(HeatRule.F3, tick(5), withdrawn(A, C));
        oneTooManyOwed().wrong(HeatRule.F3, tick(4), withdrawn(C)).wrong(HeatRule.F3, tick(4), withdrawn(A, B));
    }

    /** A and B become owed by one late answer; then C is one more than the cap. */
    private static History oneTooManyOwed() {
        return History.strict()
                .cap(2)
                .bump(A)
                .bump(B)
                .tick(1)
                .remove(A)
                .remove(B)
                .tick(2)
                .commit(2)
                .commit(1)
                .bump(C)
                .tick(3)
                .remove(C);
    }

    @Test
    void f3_tooManyAnswersAboutForgottenKeysAreUndecided() {
        History history = forgotten(13).bump(key(14)).tick(3).remove(key(14));

        history.undecided(commit(1), done(), "more keys owed past the cap than can be followed");
    }

    @Test
    void d4_sixOpenRatesAtOnceAreFollowed() {
        assertThat(Possible.states(openRates(6).then(tick(1)).state()))
                .hasSize(64)
                .doesNotHaveDuplicates();
    }

    @Test
    void d4_tooManyOpenRatesAtOnceAreUndecided() {
        openRates(7).undecided(tick(1), nothing(), "7 unseen rates at one tick");
    }

    @Test
    void tooManyPossibleStatesAreUndecided() {
        List<HeatState> states = IntStream.rangeClosed(0, HeatSpec.MOST_STATES)
                .mapToObj(i -> History.published().bump(key(i)).state())
                .toList();

        assertThat(HeatSpec.oneOf(states.subList(0, HeatSpec.MOST_STATES), 0)).isInstanceOf(Step.Accepted.class);
        assertThat(HeatSpec.oneOf(states, 0)).isInstanceOf(Step.Undecided.class);
    }

    @Test
    void d4_tooManyOpenRatesExcuseNothingElse() {
        openRates(7).wrong(HeatRule.E1, tick(1), told(key(1), EPS));
    }

    @Test
    void d4_tooManyOpenRatesInOneOfTheStatesAreUndecided() {
        History history = openRates(1).right(tick(1), nothing());
        for (int i = 2; i <= 8; i++) {
            history.bump(key(i));
        }
        history.later(0.5).tick(97).later(51.5).undecided(tick(2), nothing(), "7 unseen rates at one tick");
    }

    private static History openRates(int count) {
        History history = History.published().disabled();
        for (int i = 1; i <= count; i++) {
            history.bump(key(i));
        }
        return history.later(0.5).tick(98).later(51.5);
    }

    private static String key(int number) {
        return String.format("%016x", number);
    }

    @Test
    void d4_aRateAtEpsDecaysNoFurtherWhereNoTimePasses() {
        unseenAtEps()
                .right(observe(A), tracked(EPS, 52 * HALF_LIFE, NEVER))
                .right(tick(2), nothing())
                .wrong(observe(A), tracked(0, 52 * HALF_LIFE, NEVER));
    }

    @Test
    void d4_afterAStepBackAHotKeyMayStillHaveTheRateOfTheTick() {
        double ofTheTick = HOT_BUMPS * StrictMath.pow(0.5, 64.5);
        History hot = History.strict();
        for (int i = 0; i < HOT_BUMPS; i++) {
            hot.bump(A);
        }
        hot.later(64.5).right(tick(1), told(A, ofTheTick)).later(-0.25).right(tick(2), told(A, ofTheTick));
    }

    @Test
    void everyPossibleStateTellsWhatItPutToTheTest() {
        assertThat(unseenAtEps().exercised(observe(A), tracked(EPS, 52 * HALF_LIFE, NEVER)))
                .containsOnly("D7");
    }

    @Test
    void f3_whoeverIsOwedWhatIsSaidToBeWrongIsTheLikeliest() {
        oneTooManyOwed()
                .wrong("F3: expected c → 0.0, which peers may believe hot, seen nothing for c", tick(4), withdrawn(A))
                .wrong("F3: expected c → 0.0, which peers may believe hot, seen nothing for c", tick(4), withdrawn(B))
                .wrong(
                        "F3: expected c → 0.0, which peers may believe hot, seen nothing for c",
                        tick(4),
                        told(new Emission(A, 7), new Emission(B, 0)));
    }

    @Test
    void f3_whereAllAreAsLikelyWhatTheLawItselfLeadsToIs() {
        oneTooManyOwed()
                .wrong("F3: expected b → 0.0, which peers may believe hot, seen nothing for b", tick(4), withdrawn(C));
    }

    @Test
    void f3_asManyForgottenKeysAsTheCapAllowsAreFollowed() {
        forgotten(13).then(commit(1)).right(tick(3), withdrawn(keys(13)));
    }

    @Test
    void f3_twelveForgottenKeysPastTheCapAreFollowed() {
        forgotten(12)
                .bump(key(14))
                .tick(3)
                .remove(key(14))
                .then(commit(1))
                .wrong(HeatRule.F3, tick(4), withdrawn(key(14)))
                .right(tick(4), withdrawn(keys(12)));
    }

    /** Announced by tick 1, removed, withdrawn by tick 2: forgotten, but for what a late answer may say. As many as the cap. */
    private static History forgotten(int count) {
        History history = History.strict().cap(count);
        for (String key : keys(count)) {
            history.bump(key);
        }
        history.tick(1);
        for (String key : keys(count)) {
            history.remove(key);
        }
        return history.tick(2).commit(2);
    }

    private static String[] keys(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(SuperpositionTest::key).toArray(String[]::new);
    }

    @Test
    void f3_theKeysOfOneAnswerAreAnsweredInAnyOrder() {
        paidAndOwedByOneAnswer().right(tick(3), withdrawn(A));
        paidAndOwedByOneAnswer().right(tick(3), withdrawn(A, C));
        paidAndOwedByOneAnswer().wrong(HeatRule.F3, tick(3), withdrawn(C));
    }

    /** The cap is reached by C and B, of which C is owed longer; one answer pays B and makes A owed. */
    private static History paidAndOwedByOneAnswer() {
        return History.under(Contract.strict().with(Finding.F13, false))
                .cap(2)
                .bump(C)
                .bump(B)
                .tick(1)
                .commit(1)
                .remove(C)
                .remove(B)
                .bump(A)
                .tick(2)
                .remove(A)
                .then(commit(2, A, B));
    }
}
