package dev.halflife.model.heat;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * A registry and a contract to judge it by, drawn at random.
 *
 * @param startNanos when the first operation comes
 * @param hot whether the first key starts with so many reads that it outlives 64 half-lives (D4)
 */
record World(HeatConfig config, Contract contract, long startNanos, boolean hot) {

    static final List<String> KEYS = List.of(
            "0000000000000001",
            "0000000000000002",
            "0000000000000003",
            "0000000000000004",
            "0000000000000005",
            "0000000000000006");

    static final double HOT_RATE = 9_000;

    /** Any world there is: every combination of choices, caps from 0 to 4, all the corners of time. */
    static Arbitrary<World> any() {
        return Combinators.combine(configs(), contracts(), starts(), Arbitraries.of(false, false, true))
                .as(World::new);
    }

    private static Arbitrary<HeatConfig> configs() {
        Arbitrary<Long> halfLives = Arbitraries.frequency(
                Tuple.of(6, 1_000L), Tuple.of(3, 60_000_000_000L), Tuple.of(1, 1L), Tuple.of(1, Long.MAX_VALUE));
        Arbitrary<HeatPolicy> policies = Combinators.combine(
                        Arbitraries.frequency(Tuple.of(5, true), Tuple.of(1, false)),
                        Arbitraries.of(2.0, 3.0, 1.01, 10.0),
                        halfLives)
                .as(HeatPolicy::new);
        return Combinators.combine(Arbitraries.of(true, false), Arbitraries.of(2, 1, 3, 4, 0), policies)
                .as((marks, cap, policy) -> new HeatConfig(marks, cap, lease(policy), policy));
    }

    private static long lease(HeatPolicy policy) {
        return (long) (2.5 * policy.halfLifeNanos());
    }

    private static Arbitrary<Contract> contracts() {
        Arbitrary<Contract> mixed = Arbitraries.of(Finding.class).set().map(choices -> {
            Contract contract = Contract.published();
            for (Finding choice : choices) {
                contract = contract.with(choice, true);
            }
            return contract;
        });
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.of(Contract.published(), Contract.strict())), Tuple.of(3, mixed));
    }

    private static Arbitrary<Long> starts() {
        return Arbitraries.of(0L, 1L << 52, -1_000_000_007L, Long.MIN_VALUE, Long.MAX_VALUE - 10_000);
    }

    HeatSpec spec() {
        return new HeatSpec(config, contract);
    }

    /** Empty, or with one hot key: the state 9000 bumps at the start would lead to. */
    HeatState initial() {
        if (!hot) {
            return spec().initial();
        }
        Draft draft = new Draft(Terms.of(config, contract), HeatState.EMPTY);
        long halfLife = config.policy().halfLifeNanos();
        Counter fresh = Counter.fresh(startNanos, halfLife, Account.FRESH);
        draft.put(KEYS.get(0), fresh.bumped(startNanos, HOT_RATE, draft.nextTouch(), contract.asks(Finding.F4)));
        return draft.build();
    }
}
