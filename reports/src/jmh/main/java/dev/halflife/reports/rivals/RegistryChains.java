package dev.halflife.reports.rivals;

import dev.halflife.model.Contract;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatPolicy;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.model.heat.HeatState;
import dev.halflife.sim.heat.HeatComponent;
import dev.halflife.sim.subject.Subject;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/**
 * The property that somebody who knows jqwik would write: chains of the operations that a campaign draws, as often as it
 * draws them, each reply judged by the model, and everything read once more at the end, over registries as small as a
 * campaign's. No digest is made, and no situations are looked out for, as nobody asks for them.
 */
final class RegistryChains {

    private static final int LENGTH = 64;
    private static final long HALF_LIFE_NANOS = 60_000_000_000L;
    private static final HeatComponent COMPONENT = HeatComponent.blobHeat();
    private static final Arbitrary<HeatConfig> CONFIGS = Combinators.combine(
                    Arbitraries.of(0, 1, 1, 2, 2, 2, 3, 4, 8),
                    Arbitraries.of(HALF_LIFE_NANOS / 2, HALF_LIFE_NANOS, 10 * HALF_LIFE_NANOS),
                    Arbitraries.of(2.0, 1.01, 1.25, 1.5, 3.0, 10.0))
            .as((cap, leaseNanos, ratio) ->
                    new HeatConfig(true, cap, leaseNanos, new HeatPolicy(true, ratio, HALF_LIFE_NANOS)));
    private static final Arbitrary<Integer> TICKS_AGO = Arbitraries.integers().between(0, 2);
    private static final Arbitrary<Integer> NOTHING = Arbitraries.just(0);
    private static final Arbitrary<Long> PAUSES_NANOS = Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.just(0L)),
            Tuple.of(3, Arbitraries.of(HALF_LIFE_NANOS / 2, HALF_LIFE_NANOS, 2 * HALF_LIFE_NANOS)),
            Tuple.of(3, Arbitraries.longs().between(1, 3 * HALF_LIFE_NANOS)),
            Tuple.of(1, Arbitraries.of(10 * HALF_LIFE_NANOS, 52 * HALF_LIFE_NANOS, 65 * HALF_LIFE_NANOS)));

    private static long operations;

    /** How many operations have been applied and judged so far. */
    static long operations() {
        return operations;
    }

    @Property
    void everyReplyIsAllowed(@ForAll("chains") ActionChain<Sides> chain) {
        chain.run().audit();
    }

    @Provide
    Arbitrary<ActionChain<Sides>> chains() {
        return CONFIGS.flatMap(RegistryChains::chains);
    }

    private static Arbitrary<ActionChain<Sides>> chains(HeatConfig config) {
        Arbitrary<Integer> keys = Arbitraries.integers().between(0, config.cap() == 0 ? 5 : config.cap() + 1);
        Predicate<Sides> always = sides -> true;
        Predicate<Sides> ticked = sides -> sides.ticks > 0;
        return ActionChain.startWith(() -> new Sides(config))
                .withAction(8, new Call("bump", always, keys, (s, key) -> new HeatOperation.Bump(s.nowNanos, key(key))))
                .withAction(
                        2, new Call("touch", always, keys, (s, key) -> new HeatOperation.Touch(s.nowNanos, key(key))))
                .withAction(
                        5, new Call("tick", always, NOTHING, (s, no) -> new HeatOperation.Tick(s.nowNanos, ++s.ticks)))
                .withAction(
                        4,
                        new Call(
                                "commit",
                                ticked,
                                TICKS_AGO,
                                (s, ago) -> new HeatOperation.Commit(s.nowNanos, s.tick(ago), null)))
                .withAction(
                        2,
                        new Call(
                                "rollback",
                                ticked,
                                TICKS_AGO,
                                (s, ago) -> new HeatOperation.Rollback(s.nowNanos, s.tick(ago), null)))
                .withAction(
                        1, new Call("remove", always, keys, (s, key) -> new HeatOperation.Remove(s.nowNanos, key(key))))
                .withAction(
                        1,
                        new Call("observe", always, keys, (s, key) -> new HeatOperation.Observe(s.nowNanos, key(key))))
                .withAction(1, new Call("len", always, NOTHING, (s, no) -> new HeatOperation.Len(s.nowNanos)))
                .withMaxTransformations(LENGTH);
    }

    private static String key(int index) {
        return COMPONENT.key(index);
    }

    /** The operation with this number in it. */
    @FunctionalInterface
    private interface Numbered {
        HeatOperation of(Sides sides, int number);
    }

    /** One kind of operation, some time after the last. */
    private static final class Call implements Action.Independent<Sides> {

        private final Predicate<Sides> possible;
        private final Arbitrary<Transformer<Sides>> transformer;

        Call(String name, Predicate<Sides> possible, Arbitrary<Integer> numbers, Numbered operation) {
            this.possible = possible;
            this.transformer = Combinators.combine(numbers, PAUSES_NANOS)
                    .as((number, pauseNanos) -> Transformer.mutate(name, sides -> {
                        sides.nowNanos += pauseNanos;
                        sides.apply(operation.of(sides, number));
                    }));
        }

        @Override
        public boolean precondition(Sides sides) {
            return possible.test(sides);
        }

        @Override
        public Arbitrary<Transformer<Sides>> transformer() {
            return transformer;
        }
    }

    /** The reference, and what it should be. */
    static final class Sides {

        private final HeatConfig config;
        private final Subject<HeatOperation, HeatReply> reference;
        private final Spec<HeatState, HeatOperation, HeatReply> spec;
        private HeatState state;
        private long nowNanos = 1000 * HALF_LIFE_NANOS;
        private long ticks;

        Sides(HeatConfig config) {
            this.config = config;
            this.reference = COMPONENT.subject("reference", config);
            this.spec = COMPONENT.spec(config, Contract.strict());
            this.state = spec.initial();
        }

        private long tick(int ago) {
            return Math.max(1, ticks - ago);
        }

        private void apply(HeatOperation operation) {
            HeatReply reply = reference.apply(operation);
            Step<HeatState> step = spec.judge(state, operation, reply);
            if (!(step instanceof Step.Accepted<HeatState> accepted)) {
                throw new AssertionError(operation + " → " + reply + ": " + step);
            }
            state = accepted.state();
            operations++;
        }

        void audit() {
            COMPONENT.audit(config, state, nowNanos).forEach(this::apply);
        }
    }
}
