package dev.halflife.model.heat;

import static dev.halflife.model.heat.Answer.NEVER;
import static dev.halflife.model.heat.Answer.tracked;
import static dev.halflife.model.heat.Ask.bump;
import static dev.halflife.model.heat.Ask.commit;
import static dev.halflife.model.heat.Ask.observe;
import static dev.halflife.model.heat.Ask.rollback;
import static dev.halflife.model.heat.Ask.tick;
import static dev.halflife.model.heat.History.A;
import static dev.halflife.model.heat.History.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.heat.HeatReply.Emission;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a state remembers of the past is bounded: ticks that can be answered, and the rules that keys left by. */
class MemoryTest {

    @Test
    void aTickThatWasNeverIssuedIsRefused() {
        assertThat(History.published().refusal(commit(1)))
                .containsExactly("tick 1 was never issued, or is not among the last 65536 ticks");
        assertThat(History.published().refusal(rollback(1))).hasSize(1);
    }

    @Test
    void aTickNumberIsUsedOnce() {
        assertThat(History.published().tick(7).refusal(tick(7)))
                .containsExactly("tick 7 was issued before; each tick needs a number of its own");
    }

    @Test
    void anAnswerOfKeysThatWereNotAnnouncedIsRefused() {
        assertThat(History.published().bump(A).tick(1).refusal(commit(1, A, B)))
                .containsExactly("tick 1 did not announce every key of this part of it");
    }

    @Test
    void everythingElseMakesSense() {
        History history = History.published().bump(A).tick(1);

        assertThat(history.refusal(commit(1, A))).isEmpty();
        assertThat(history.refusal(tick(0))).isEmpty();
        assertThat(history.refusal(bump(B))).isEmpty();
    }

    @Test
    void theLast65536TicksCanBeAnswered() {
        History history = History.published();
        for (int number = 1; number <= HeatState.REMEMBERED_TICKS; number++) {
            history.tick(number);
        }
        assertThat(history.refusal(commit(1))).isEmpty();

        history.tick(0);

        assertThat(history.refusal(commit(1))).hasSize(1);
        assertThat(history.refusal(commit(2))).isEmpty();
    }

    @Test
    void aboutAMillionAnnouncedKeysCanBeAnswered() {
        List<Emission> emissions = new ArrayList<>();
        for (int i = 0; i < HeatState.REMEMBERED_KEYS / 4; i++) {
            emissions.add(new Emission(Integer.toHexString(i), 1));
        }
        Announced announced = Announced.of(emissions);
        HeatConfig config = new HeatConfig(false, 0, 1, new HeatPolicy(true, 2, 1));
        Draft draft = new Draft(Terms.of(config, Contract.published()), HeatState.EMPTY);
        for (int number = 1; number <= 5; number++) {
            draft.issue(number, announced);
        }

        assertThat(draft.build().issued(1)).isFalse();
        assertThat(draft.build().issued(2)).isTrue();
    }

    @Test
    void departuresAreRememberedNewestFirstAndEachOnce() {
        History history =
                History.published().bump(A).remove(A).bump(B).remove(B).bump(A).remove(A);

        assertThat(history.state().departedKeys()).containsExactly(A, B);
    }

    @Test
    void theDepartureThatWasSkippedIsTheOneToBlame() {
        History.published()
                .cap(1)
                .bump(A)
                .bump(B) // evicts A
                .wrong(HeatRule.R2, observe(A), tracked(1, 0, NEVER))
                .bump(A)
                .remove(A)
                .wrong(HeatRule.R4, observe(A), tracked(1, 0, NEVER));
    }

    @Test
    void atLeast32AndAtMost64DeparturesAreRemembered() {
        History history = History.published();
        for (int i = 0; i < 1_000; i++) {
            String key = String.format("%016x", i);
            history.bump(key).remove(key);
            assertThat(history.state().departedKeys()).hasSizeBetween(Math.min(i + 1, 32), 64);
        }
    }

    @Test
    void aDepartureOfLongAgoIsStillBlamed() {
        History history = History.published().bump(A).remove(A).wrong(HeatRule.R4, observe(A), tracked(1, 0, NEVER));
        for (int i = 0; i < 100; i++) {
            String key = String.format("%016x", i + 100);
            history.bump(key).remove(key);
        }
        history.wrong(HeatRule.R4, observe(A), tracked(1, 0, NEVER));
    }

    @Test
    void theLatestTickCanBeAnsweredHoweverMuchItAnnounced() {
        List<Emission> emissions = new ArrayList<>();
        for (int i = 0; i <= HeatState.REMEMBERED_KEYS; i++) {
            emissions.add(new Emission(Integer.toHexString(i), 1));
        }
        HeatConfig config = new HeatConfig(false, 0, 1, new HeatPolicy(true, 2, 1));
        Draft draft = new Draft(Terms.of(config, Contract.published()), HeatState.EMPTY);
        draft.issue(1, Announced.of(emissions));

        assertThat(draft.build().issued(1)).isTrue();
    }
}
