package dev.halflife.model.heat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Step;
import dev.halflife.model.heat.HeatReply.Emission;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A judge never throws, whatever it is told; nor does it in the states that accepted nonsense leads to. */
class AnyReplyProperties {

    @Property(tries = 1_000, seed = "20260501")
    void aJudgeHasAnAnswerToAnyReply(
            @ForAll("worlds") World world,
            @ForAll("moves") List<Move> moves,
            @ForAll("replies") List<HeatReply> replies) {
        HeatSpec spec = world.spec();
        Walk walk = new Walk(world);
        HeatState state = world.initial();
        for (Move move : moves) {
            HeatOperation operation = walk.operation(move, state);
            Step<HeatState> last = spec.judge(state, operation, spec.predict(state, operation));
            for (HeatReply reply : replies) {
                Step<HeatState> step = spec.judge(state, operation, reply);
                assertThat(step.toString()).isNotEmpty();
                last = step instanceof Step.Accepted ? step : last;
            }
            state = last instanceof Step.Accepted<HeatState> accepted ? accepted.state() : state;
        }
    }

    @Provide
    Arbitrary<World> worlds() {
        return World.any();
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Move.many();
    }

    @Provide
    Arbitrary<List<HeatReply>> replies() {
        Arbitrary<HeatReply> touched = keysOrNone().map(HeatReply.Touched::new);
        Arbitrary<HeatReply> bumped = Combinators.combine(keysOrNone(), rates()).as(HeatReply.Bumped::new);
        Arbitrary<HeatReply> ticked = Combinators.combine(keys(), rates())
                .as(Emission::new)
                .list()
                .ofMaxSize(6)
                .map(HeatReply.Ticked::new);
        Arbitrary<HeatReply> tracked =
                Combinators.combine(rates(), times().injectNull(0.2), beliefs()).as(HeatReply.Tracked::new);
        Arbitrary<HeatReply> counted = times().map(HeatReply.Counted::new);
        Arbitrary<HeatReply> others = Arbitraries.of(new HeatReply.Done(), new HeatReply.Untracked());
        return Arbitraries.oneOf(touched, bumped, ticked, tracked, counted, others)
                .list()
                .ofSize(12);
    }

    private static Arbitrary<String> keysOrNone() {
        return keys().injectNull(0.2);
    }

    private static Arbitrary<String> keys() {
        return Arbitraries.oneOf(
                Arbitraries.of(World.KEYS),
                Arbitraries.of("", "0", "nothing hex", "\n", "0".repeat(64), "1" + "0".repeat(63), "a".repeat(1_000)));
    }

    private static Arbitrary<Double> rates() {
        return Arbitraries.of(
                0.0,
                -0.0,
                1.0,
                2.0,
                0.5,
                -1.0,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                DecayLaw.EPS);
    }

    private static Arbitrary<Long> times() {
        return Arbitraries.of(0L, 1L, 2L, 1_000L, -1L, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static Arbitrary<Belief> beliefs() {
        return Arbitraries.oneOf(Arbitraries.of(Belief.Unsettled.values()), rates().map(Belief.Announced::new));
    }
}
