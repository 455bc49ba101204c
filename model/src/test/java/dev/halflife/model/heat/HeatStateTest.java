package dev.halflife.model.heat;

import static dev.halflife.model.heat.Answer.nothing;
import static dev.halflife.model.heat.Ask.tick;
import static dev.halflife.model.heat.History.A;
import static dev.halflife.model.heat.History.B;
import static dev.halflife.model.heat.History.C;
import static dev.halflife.model.heat.History.HALF_LIFE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a state shows, and when two are the same. */
class HeatStateTest {

    @Test
    void aStateShowsWhatItTracks() {
        HeatState state = History.strict().bump(A).tick(1).commit(1).touch(B).state();

        assertThat(state.trackedKeys()).containsExactlyInAnyOrder(A, B);
        assertThat(state.size()).isEqualTo(2);
        assertThat(state.rate(A)).hasValue(1);
        assertThat(state.rateAt(A, HALF_LIFE)).hasValue(0.5);
        assertThat(state.belief(A)).contains(new Belief.Announced(1));
        assertThat(state.belief(B)).contains(Belief.Unsettled.NEVER);
    }

    @Test
    void aStateShowsNothingOfOthers() {
        HeatState state = History.strict().bump(A).state();

        assertThat(state.rate(C)).isEmpty();
        assertThat(state.rateAt(C, 0)).isEmpty();
        assertThat(state.belief(C)).isEmpty();
    }

    @Test
    void aStateShowsWhatItOwes() {
        HeatState state = History.strict()
                .bump(A)
                .bump(B)
                .tick(1)
                .commit(1)
                .remove(B)
                .remove(A)
                .state();

        assertThat(state.owedKeys()).containsExactly(B, A);
        assertThat(state.owedSize()).isEqualTo(2);
        assertThat(state.belief(A)).contains(new Belief.Announced(1));
    }

    @Test
    void aStateShowsWhatWasIssued() {
        HeatState state = History.published().bump(A).tick(1).state();

        assertThat(state.issuedKeys(1)).containsExactly(A);
        assertThat(state.issuedKeys(2)).isEmpty();
    }

    @Test
    void theSameHistoryLeadsToTheSameState() {
        assertThat(history().state())
                .isEqualTo(history().state())
                .hasSameHashCodeAs(history().state())
                .isNotEqualTo(null);
    }

    @Test
    void whatCanMakeADifferenceLaterIsADifference() {
        HeatState state = history().state();

        assertThat(history().bump(A).state()).isNotEqualTo(state);
        assertThat(history().touch(A).state()).isNotEqualTo(state);
        assertThat(history().remove(A).state()).isNotEqualTo(state);
        assertThat(history().tick(9).state()).isNotEqualTo(state);
    }

    @Test
    void ticksThatAnnouncedAnotherRateAreAnotherState() {
        HeatConfig config = new HeatConfig(false, 0, 1, new HeatPolicy(true, 2, HALF_LIFE));

        assertThat(issued(config, 1)).isEqualTo(issued(config, 1)).isNotEqualTo(issued(config, 2));
    }

    private static HeatState issued(HeatConfig config, double rate) {
        Draft draft = new Draft(Terms.of(config, Contract.published()), HeatState.EMPTY);
        draft.issue(1, Announced.of(List.of(new HeatReply.Emission(A, rate))));
        return draft.build();
    }

    @Test
    void d4_aStateAloneHasNoOthers() {
        HeatState open = History.published()
                .disabled()
                .bump(A)
                .later(0.5)
                .tick(1)
                .later(51.5)
                .right(tick(2), nothing())
                .state();

        assertThat(open.others).hasSize(1);
        assertThat(open.alone().others).isEmpty();
        assertThat(open.alone()).isNotEqualTo(open);
    }

    private static History history() {
        return History.strict().bump(A).bump(B).tick(1).commit(1).remove(B);
    }
}
