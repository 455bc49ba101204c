package dev.halflife.sim.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatPolicy;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.model.heat.HeatState;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.heat.HeatComponent;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Run;
import dev.halflife.sim.run.Trial;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/**
 * What people would use instead: a jqwik chain of actions over the same reference and the same judge, beside a campaign, in
 * one run. Not part of any build, as it asserts no speed: {@code mvn -pl sim -am test -Dtest=ActionChainSpeed
 * -Dsurefire.failIfNoSpecifiedTests=false} prints the table.
 */
class ActionChainSpeed {

    private static final int CHAINS = 4000;
    private static final int WARM_UP = CHAINS / 2;
    private static final int ACTIONS = 64;
    private static final int SCHEDULES = 40_000;
    private static final long HALF_LIFE_NANOS = 60_000_000_000L;

    private static final Trial<HeatConfig, HeatState, HeatOperation, HeatReply> TRIAL =
            new Trial<>(HeatComponent.blobHeat(), "reference", Contract.strict());

    private static long steps;
    private static int chains;
    private static long begunNanos;

    /** The reference and what it should be, a step at a time, as a campaign has them. */
    private static final class Sides {
        private final Run<HeatConfig, HeatState, HeatOperation, HeatReply> run = TRIAL.start(
                new HeatConfig(true, 2, HALF_LIFE_NANOS, new HeatPolicy(true, 2, HALF_LIFE_NANOS)), new Digest());
        private long nowNanos = 1000 * HALF_LIFE_NANOS;
        private long ticks;

        void apply(HeatOperation operation) {
            if (run.accepts(operation)) {
                assertThat(run.apply(operation)).isTrue();
                steps++;
            }
        }

        long nowNanos(int quarters) {
            return nowNanos += quarters * HALF_LIFE_NANOS / 4;
        }
    }

    /** One kind of operation, on a random key or tick, some time after the last. */
    private static Action<Sides> action(String name, BiFunction<Sides, Integer, HeatOperation> operation) {
        return new Action.Independent<>() {
            @Override
            public Arbitrary<Transformer<Sides>> transformer() {
                return Combinators.combine(
                                Arbitraries.integers().between(0, 4),
                                Arbitraries.integers().between(0, 8))
                        .as((which, quarters) -> Transformer.mutate(name, sides -> {
                            sides.nowNanos(quarters);
                            sides.apply(operation.apply(sides, which));
                        }));
            }
        };
    }

    @Provide
    Arbitrary<ActionChain<Sides>> actionChains() {
        HeatComponent component = HeatComponent.blobHeat();
        return ActionChain.startWith(Sides::new)
                .withAction(8, action("bump", (s, key) -> new HeatOperation.Bump(s.nowNanos, component.key(key))))
                .withAction(2, action("touch", (s, key) -> new HeatOperation.Touch(s.nowNanos, component.key(key))))
                .withAction(5, action("tick", (s, any) -> new HeatOperation.Tick(s.nowNanos, ++s.ticks)))
                .withAction(
                        4, action("commit", (s, back) -> new HeatOperation.Commit(s.nowNanos, s.ticks - back, null)))
                .withAction(
                        2,
                        action("rollback", (s, back) -> new HeatOperation.Rollback(s.nowNanos, s.ticks - back, null)))
                .withAction(1, action("remove", (s, key) -> new HeatOperation.Remove(s.nowNanos, component.key(key))))
                .withAction(1, action("observe", (s, key) -> new HeatOperation.Observe(s.nowNanos, component.key(key))))
                .withAction(1, action("len", (s, any) -> new HeatOperation.Len(s.nowNanos)))
                .withMaxTransformations(ACTIONS);
    }

    @Property(tries = CHAINS)
    void theReferenceHoldsInEveryChain(@ForAll("actionChains") ActionChain<Sides> chain) {
        chain.run();
    }

    @AfterTry
    void begin() {
        if (++chains == WARM_UP) {
            steps = 0;
            begunNanos = System.nanoTime();
        }
    }

    @AfterContainer
    static void print() {
        double ofChains = steps * 1e9 / (System.nanoTime() - begunNanos);
        Campaign<HeatConfig, HeatState, HeatOperation, HeatReply> campaign = new Campaign<>(TRIAL, 1, 1);
        campaign.run(SCHEDULES, Parallel.Stop.NEVER, Progress.NONE);
        long begin = System.nanoTime();
        long judged =
                campaign.run(SCHEDULES, Parallel.Stop.NEVER, Progress.NONE).steps();
        double ofCampaign = judged * 1e9 / (System.nanoTime() - begin);
        System.out.printf("judged steps a second, blob-heat-registry, reference, strict%n");
        System.out.printf("jqwik ActionChain  %,12.0f%n", ofChains);
        System.out.printf("campaign           %,12.0f  %.0f times%n", ofCampaign, ofCampaign / ofChains);
    }
}
