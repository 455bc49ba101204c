package dev.halflife.model.heat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds in every state that replies can lead to, however the clock runs and whoever answers what. */
class HeatStateProperties {

    private static final int TRIES = 1_000;

    @Property(tries = TRIES, seed = "20260401")
    void r2_theSizeNeverPassesTheCap(@ForAll("worlds") World world, @ForAll("moves") List<Move> moves) {
        inEachState(world, moves, state -> {
            if (world.config().cap() > 0) {
                assertThat(state.size()).isLessThanOrEqualTo(world.config().cap());
            }
        });
    }

    @Property(tries = TRIES, seed = "20260402")
    void f3_whatIsOwedNeverPassesTheCap(@ForAll("worlds") World world, @ForAll("moves") List<Move> moves) {
        inEachState(world, moves, state -> {
            if (world.config().cap() > 0) {
                assertThat(state.owedSize()).isLessThanOrEqualTo(world.config().cap());
            }
        });
    }

    @Property(tries = TRIES, seed = "20260403")
    void f3_onlyForgottenKeysThatPeersMayBelieveHotAreOwed(
            @ForAll("worlds") World world, @ForAll("moves") List<Move> moves) {
        inEachState(
                world,
                moves,
                state -> state.owed.forEach((key, account) -> {
                    assertThat(world.contract().asks(Finding.F3)).isTrue();
                    assertThat(state.rate(key)).isEmpty();
                    assertThat(account.belief().mayBeHot()).isTrue();
                }));
    }

    @Property(tries = TRIES, seed = "20260404")
    void t6_onlyTrackedOrOwedKeysAreInFlightAndOnlyWhereTicksMark(
            @ForAll("worlds") World world, @ForAll("moves") List<Move> moves) {
        inEachState(world, moves, state -> {
            for (String key : World.KEYS) {
                boolean known = state.belief(key).isPresent();
                assertThat(!state.inFlight(key) || (known && world.config().marks()))
                        .isTrue();
            }
        });
    }

    @Property(tries = TRIES, seed = "20260405")
    void f13_unknownIsNoBeliefWhereTheContractDoesNotKnowIt(
            @ForAll("worlds") World world, @ForAll("moves") List<Move> moves) {
        inEachState(world, moves, state -> {
            for (String key : World.KEYS) {
                boolean unknown = state.belief(key).equals(Optional.of(Belief.Unsettled.UNKNOWN));
                assertThat(unknown && !world.contract().asks(Finding.F13)).isFalse();
            }
        });
    }

    @Property(tries = TRIES, seed = "20260406")
    void t3_theKeysThatACommitMayPruneAreThoseBelievedCold(
            @ForAll("worlds") World world, @ForAll("moves") List<Move> moves) {
        inEachState(
                world,
                moves,
                state -> state.counters.forEach((key, counter) -> assertThat(state.withdrawn.contains(key))
                        .isEqualTo(counter.account().belief().isWithdrawn())));
    }

    @Property(tries = TRIES, seed = "20260407")
    void d6_aRateIsFiniteAndNeverNegative(@ForAll("worlds") World world, @ForAll("moves") List<Move> moves) {
        inEachState(
                world,
                moves,
                state -> state.counters.forEach((key, counter) -> {
                    assertThat(counter.rate()).isFinite().isNotNegative();
                    assertThat(counter.tickedRate()).isFinite().isNotNegative();
                }));
    }

    @Property(tries = TRIES, seed = "20260408")
    void f4_asOfNeverMovesBack(@ForAll("worlds") World world, @ForAll("moves") List<Move> moves) {
        Map<String, Long> latest = new HashMap<>();
        Walk.through(world, moves, (state, operation) -> {
            latest.keySet().removeIf(key -> !state.counters.containsKey(key));
            state.counters.forEach((key, counter) -> {
                Long before = latest.put(key, counter.asOfNanos());
                boolean movedBack = before != null && counter.asOfNanos() < before;
                assertThat(movedBack && world.contract().asks(Finding.F4)).isFalse();
            });
        });
    }

    private static void inEachState(World world, List<Move> moves, Consumer<HeatState> law) {
        Walk.through(world, moves, (state, operation) -> Possible.states(state).forEach(law));
    }

    @Provide
    Arbitrary<World> worlds() {
        return World.any();
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Move.many();
    }
}
