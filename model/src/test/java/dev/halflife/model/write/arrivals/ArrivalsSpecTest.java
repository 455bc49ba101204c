package dev.halflife.model.write.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Blame;
import dev.halflife.model.Step;
import dev.halflife.model.write.arrivals.ArrivalsOperation.Arrive;
import dev.halflife.model.write.arrivals.ArrivalsOperation.Last;
import dev.halflife.model.write.arrivals.ArrivalsOperation.Seed;
import dev.halflife.model.write.arrivals.ArrivalsReply.Arrived;
import dev.halflife.model.write.arrivals.ArrivalsReply.Latest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivalsSpecTest {

    private final ArrivalsSpec spec = new ArrivalsSpec();

    @Test
    void n1_theFirstArrivalOfANamespaceIsOneAndFollowsNothing() {
        ArrivalsState state = after(new Arrive(0, "n1", "a1"));

        assertThat(spec.predict(state, new Arrive(0, "n2", "a2"))).isEqualTo(new Arrived(null, 1));
    }

    @Test
    void n1_eachArrivalNamesTheOneBeforeItInItsNamespace() {
        ArrivalsState state = after(new Arrive(0, "n1", "a1"), new Arrive(0, "n2", "a2"), new Arrive(0, "n1", "a3"));

        assertThat(spec.predict(state, new Arrive(0, "n1", "a4"))).isEqualTo(new Arrived(new Cursor("a3", 2), 3));
        assertThat(spec.predict(state, new Last(0, "n2"))).isEqualTo(new Latest(new Cursor("a2", 1)));
    }

    @Test
    void n1_theSequenceStaysAtTheEndOfItsRange() {
        ArrivalsState state = after(new Seed(0, "n1", "a1", Long.MAX_VALUE), new Arrive(0, "n1", "a2"));

        assertThat(spec.predict(state, new Arrive(0, "n1", "a3")))
                .isEqualTo(new Arrived(new Cursor("a2", Long.MAX_VALUE), Long.MAX_VALUE));
    }

    @Test
    void n1_anArrivalAfterANegativeSeedCountsOn() {
        ArrivalsState state = after(new Seed(0, "n1", "a1", -1));

        assertThat(spec.predict(state, new Arrive(0, "n1", "a2"))).isEqualTo(new Arrived(new Cursor("a1", -1), 0));
    }

    @ParameterizedTest
    @CsvSource({"4, a1, 5", "5, a2, 5", "6, a2, 6", "-9223372036854775808, a1, 5"})
    void n2_aSeedTakesEffectWhereItIsNotBehind(long sequence, String id, long standing) {
        ArrivalsState state = after(new Seed(0, "n1", "a1", 5), new Seed(0, "n1", "a2", sequence));

        assertThat(state.cursor("n1")).contains(new Cursor(id, standing));
    }

    @Test
    void n2_aSeedOfANamespaceWithoutCursorTakesEffectWhateverItsSequence() {
        assertThat(after(new Seed(0, "n1", "a1", Long.MIN_VALUE)).cursor("n1"))
                .contains(new Cursor("a1", Long.MIN_VALUE));
    }

    @Test
    void aSeedThatAnswersIsN2sFault() {
        assertThat(broken(spec.initial(), new Seed(0, "n1", "a1", 1), new Latest(null)))
                .isEqualTo(ArrivalsRule.N2);
    }

    @Test
    void n1_isBrokenByAnArrivalThatContradictsItself() {
        ArrivalsState seeded = after(new Seed(0, "n1", "a1", 5));

        assertThat(broken(seeded, new Arrive(0, "n1", "a2"), new Arrived(null, 2)))
                .isEqualTo(ArrivalsRule.N1);
    }

    @Test
    void theStateTellsEachNamespacesCursor() {
        ArrivalsState state = after(new Arrive(0, "n1", "a1"), new Arrive(0, "n1", "a2"), new Seed(0, "n2", "a3", 7));

        assertThat(state.namespaces()).containsExactlyInAnyOrder("n1", "n2");
        assertThat(state.size()).isEqualTo(2);
        assertThat(state.toString()).contains("n1=a2 #2").contains("n2=a3 #7");
    }

    @Test
    void repliesAreToldInWords() {
        assertThat(new Arrived(null, 1)).hasToString("#1, the first");
        assertThat(new Arrived(new Cursor("a1", 2), 3)).hasToString("#3 after a1 #2");
        assertThat(new Latest(null)).hasToString("none");
        assertThat(new Latest(new Cursor("a1", 2))).hasToString("a1 #2");
    }

    private ArrivalsState after(ArrivalsOperation... operations) {
        ArrivalsState state = spec.initial();
        for (ArrivalsOperation operation : operations) {
            state = spec.answer(state, operation).state();
        }
        return state;
    }

    private @Nullable Object broken(ArrivalsState state, ArrivalsOperation operation, ArrivalsReply seen) {
        return spec.judge(state, operation, seen) instanceof Step.Rejected<ArrivalsState> rejected
                ? Blame.of(spec, state, List.of(operation), List.of(seen), rejected.violation())
                        .rule()
                : null;
    }
}
