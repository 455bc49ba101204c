package dev.halflife.model.heat;

import static dev.halflife.model.heat.Answer.counted;
import static dev.halflife.model.heat.Answer.done;
import static dev.halflife.model.heat.Answer.evicted;
import static dev.halflife.model.heat.Answer.nothing;
import static dev.halflife.model.heat.Answer.rate;
import static dev.halflife.model.heat.Answer.told;
import static dev.halflife.model.heat.Answer.touched;
import static dev.halflife.model.heat.Answer.untracked;
import static dev.halflife.model.heat.Answer.withdrawn;
import static dev.halflife.model.heat.Ask.bump;
import static dev.halflife.model.heat.Ask.commit;
import static dev.halflife.model.heat.Ask.len;
import static dev.halflife.model.heat.Ask.observe;
import static dev.halflife.model.heat.Ask.remove;
import static dev.halflife.model.heat.Ask.rollback;
import static dev.halflife.model.heat.Ask.tick;
import static dev.halflife.model.heat.Ask.touch;
import static dev.halflife.model.heat.History.A;
import static dev.halflife.model.heat.History.B;
import static dev.halflife.model.heat.History.C;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which rules an accepted step has put to the test: what a check of a good trace reports. */
class ExercisedTest {

    @Test
    void aTouchOfANewKey() {
        assertThat(History.published().exercised(touch(A), touched())).containsOnly("R1", "D1");
    }

    @Test
    void aTouchOfAKnownKey() {
        assertThat(History.published().touch(A).exercised(touch(A), touched())).containsOnly("R1");
    }

    @Test
    void aBump() {
        assertThat(History.published().bump(A).later(1).exercised(bump(A), rate(1.5)))
                .containsOnly("R1", "D2", "D3");
    }

    @Test
    void aBumpAfterSilence() {
        assertThat(History.published().bump(A).later(65).exercised(bump(A), rate(1)))
                .containsOnly("R1", "D2", "D3", "D4");
    }

    @Test
    void aBumpOfWhatNeverDecays() {
        assertThat(History.published().then(touch(A, 0)).exercised(bump(A), rate(1)))
                .containsOnly("R1", "D2", "D3", "D5");
    }

    @Test
    void aBumpThatComesLate() {
        assertThat(History.published().bump(A).later(-1).exercised(bump(A), rate(2)))
                .containsOnly("R1", "D2", "D3", "D6");
        assertThat(History.strict().bump(A).later(-1).exercised(bump(A), rate(2)))
                .containsOnly("R1", "D2", "D3", "D6", "F4");
    }

    @Test
    void anEviction() {
        assertThat(History.published().cap(1).touch(A).exercised(touch(B), evicted(A)))
                .containsOnly("R1", "D1", "R2", "R3");
        assertThat(History.strict().cap(1).touch(A).exercised(touch(B), evicted(A)))
                .containsOnly("R1", "D1", "R2", "F2", "F3");
    }

    @Test
    void theReturnOfAnOwedKey() {
        assertThat(owing().exercised(touch(A), touched())).containsOnly("R1", "D1", "F3");
    }

    @Test
    void aTick() {
        assertThat(History.published().bump(A).exercised(tick(1), told(A, 1))).containsOnly("T1", "D2", "E3");
    }

    @Test
    void aTickWithoutKeys() {
        assertThat(History.published().exercised(tick(1), nothing())).containsOnly("T1");
    }

    @Test
    void aTickOfSilence() {
        assertThat(History.strict().bump(A).later(65).exercised(tick(1), nothing()))
                .containsOnly("T1", "D2", "D4", "E3", "F5");
    }

    @Test
    void aTickOfWhatNeverDecaysThatComesLate() {
        assertThat(History.published().then(touch(A, 0)).bump(A).later(-1).exercised(tick(1), told(A, 1)))
                .containsOnly("T1", "D2", "D5", "D6", "E3");
    }

    @Test
    void aTickPastWhatIsInFlight() {
        assertThat(History.published().marked().bump(A).tick(1).exercised(tick(2), nothing()))
                .containsOnly("T1", "D2", "T4");
    }

    @Test
    void aTickPastTheLease() {
        assertThat(History.strict()
                        .marked()
                        .then(touch(A, 0))
                        .bump(A)
                        .tick(1)
                        .later(11)
                        .exercised(tick(2), told(A, 1)))
                .containsOnly("T1", "D2", "D5", "F10", "F13");
    }

    @Test
    void aTickThatReissues() {
        assertThat(History.published().bump(A).tick(1).exercised(tick(2), told(A, 1)))
                .containsOnly("T1", "D2", "E3", "T5");
    }

    @Test
    void aTickThatPaysWhatIsOwed() {
        assertThat(owing().exercised(tick(2), withdrawn(A))).containsOnly("T1", "F3");
    }

    @Test
    void aCommit() {
        assertThat(History.published().bump(A).tick(1).exercised(commit(1), done()))
                .containsOnly("T2", "T3");
    }

    @Test
    void aCommitThatClearsAMark() {
        assertThat(History.published().marked().bump(A).tick(1).exercised(commit(1), done()))
                .containsOnly("T2", "T3", "T4");
    }

    @Test
    void aCommitOfWhatWasOwed() {
        assertThat(owing().tick(2).exercised(commit(2), done())).containsOnly("T2", "T3", "F3");
    }

    @Test
    void aStaleCommit() {
        assertThat(History.strict().bump(A).tick(1).tick(2).exercised(commit(1), done()))
                .containsOnly("T2", "T3", "F1");
    }

    @Test
    void aCommitOfWhatWasForgotten() {
        assertThat(owing().tick(2).commit(2).exercised(commit(1), done())).containsOnly("T2", "T3", "F3");
    }

    @Test
    void aRollbackThatClearsAMark() {
        assertThat(History.published().marked().bump(A).tick(1).exercised(rollback(1), done()))
                .containsOnly("T4");
    }

    @Test
    void aRemovalAReadingAndACount() {
        assertThat(History.published().exercised(remove(C), done())).containsOnly("R4");
        assertThat(History.published().exercised(observe(C), untracked())).containsOnly("D7");
        assertThat(History.published().exercised(len(), counted(0))).isEmpty();
    }

    /** Removed while peers believed it hot. */
    private static History owing() {
        return History.strict().bump(A).tick(1).commit(1).remove(A);
    }

    @Test
    void aTickOfWhatWasNeverBumped() {
        assertThat(History.published().touch(A).exercised(tick(1), nothing())).containsOnly("T1", "D2", "E3");
    }
}
