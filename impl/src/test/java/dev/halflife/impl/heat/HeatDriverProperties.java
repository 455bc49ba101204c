package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** T1 and S5 for two drivers over one registry, whatever their sink does, and whenever they give it up or are closed. */
class HeatDriverProperties {

    private static final int KEYS = 4;
    private static final long HALF_LIFE_NANOS = 1_000;
    private static final HeatPolicy POLICY = new HeatPolicy(true, 2, HALF_LIFE_NANOS);

    @Property(tries = 3_000)
    void s5_withMarksEverythingIsWithdrawnInTheEnd(
            @ForAll("schedules") @Size(max = 60) List<Step> schedule, @ForAll @IntRange(min = 1, max = 5) int cap) {
        new World(HeatRegistry.marked(POLICY), cap).run(schedule);
    }

    @Property(tries = 3_000)
    void s5_withoutMarksEverythingIsWithdrawnInTheEnd(
            @ForAll("schedules") @Size(max = 60) List<Step> schedule, @ForAll @IntRange(min = 1, max = 5) int cap) {
        new World(HeatRegistry.unmarked(POLICY), cap).run(schedule);
    }

    @Provide
    Arbitrary<List<Step>> schedules() {
        Arbitrary<Long> waits = Arbitraries.of(-HALF_LIFE_NANOS / 2, 0L, HALF_LIFE_NANOS, 65 * HALF_LIFE_NANOS);
        Arbitrary<Integer> choices = Arbitraries.integers().between(0, KEYS - 1);
        return Combinators.combine(Arbitraries.of(Event.class), Arbitraries.of(Fault.class), choices, waits)
                .as(Step::new)
                .list();
    }

    /** What happens next; the choice picks a key, a driver, or one of the batches not answered yet. */
    enum Event {
        BUMP,
        REMOVE,
        ROUND,
        SINK_APPLIES_LATE,
        SINK_FAILS_LATE,
        SINK_FAILS_LATE_AFTER_APPLYING,
        DRIVER_IS_REPLACED
    }

    /** What the sink does with a batch. */
    enum Fault {
        NONE,
        FAILS,
        FAILS_AFTER_APPLYING,
        THROWS,
        ANSWERS_LATE,
        NEVER_ANSWERS,
        NEVER_ANSWERS_AFTER_APPLYING
    }

    record Step(Event event, Fault fault, int choice, long waitNanos) {}

    private record Pending(List<Emission<Integer>> batch, CompletableFuture<Void> answer) {}

    /** One registry, two drivers, and a sink that does as the schedule says. */
    private static final class World implements HeatSink<Integer> {

        private final HeatRegistry<Integer> registry;
        private final InMemorySink<Integer> peers = new InMemorySink<>();
        private final List<HeatDriver<Integer>> drivers = new ArrayList<>();
        private final List<Pending> pending = new ArrayList<>();
        private Fault fault = Fault.NONE;
        private long nowNanos;

        World(HeatRegistryBuilder<Integer> builder, int cap) {
            this.registry = builder.cap(cap).leaseNanos(10 * HALF_LIFE_NANOS).build();
            drivers.add(newDriver());
            drivers.add(newDriver());
        }

        void run(List<Step> schedule) {
            for (Step step : schedule) {
                nowNanos += step.waitNanos();
                take(step);
            }
            heal();
            assertThat(registry.size()).isZero();
            assertThat(registry.owedWithdrawals()).isZero();
            assertThat(registry.inFlight()).isZero();
            if (registry.droppedWithdrawals() == 0) {
                assertThat(peers.rates()).isEmpty();
            }
        }

        private void take(Step step) {
            switch (step.event()) {
                case BUMP -> registry.bump(step.choice(), nowNanos);
                case REMOVE -> registry.remove(step.choice());
                case ROUND -> {
                    fault = step.fault();
                    drivers.get(step.choice() % 2).round();
                }
                case SINK_APPLIES_LATE -> answerLate(step.choice(), true, true);
                case SINK_FAILS_LATE -> answerLate(step.choice(), false, false);
                case SINK_FAILS_LATE_AFTER_APPLYING -> answerLate(step.choice(), true, false);
                case DRIVER_IS_REPLACED -> {
                    drivers.get(step.choice() % 2).close(Duration.ZERO);
                    drivers.set(step.choice() % 2, newDriver());
                }
            }
        }

        private void answerLate(int choice, boolean applies, boolean succeeds) {
            if (pending.isEmpty()) {
                return;
            }
            Pending late = pending.remove(choice % pending.size());
            if (applies) {
                peers.announce(late.batch());
            }
            if (succeeds) {
                late.answer().complete(null);
            } else {
                late.answer().completeExceptionally(new PendingSink.SinkFailure());
            }
        }

        @Override
        public CompletionStage<Void> announce(List<Emission<Integer>> batch) {
            assertOneEmissionPerKey(batch);
            CompletableFuture<Void> answer = new CompletableFuture<>();
            switch (fault) {
                case NONE -> {
                    peers.announce(batch);
                    answer.complete(null);
                }
                case FAILS -> answer.completeExceptionally(new PendingSink.SinkFailure());
                case FAILS_AFTER_APPLYING -> {
                    peers.announce(batch);
                    answer.completeExceptionally(new PendingSink.SinkFailure());
                }
                case THROWS -> throw new PendingSink.SinkFailure();
                case ANSWERS_LATE -> pending.add(new Pending(batch, answer));
                case NEVER_ANSWERS -> {}
                case NEVER_ANSWERS_AFTER_APPLYING -> peers.announce(batch);
            }
            return answer;
        }

        /** Answers what is still out, gives up what never will be, then runs quiet rounds with a sink that works. */
        private void heal() {
            fault = Fault.NONE;
            while (!pending.isEmpty()) {
                answerLate(0, true, true);
            }
            drivers.forEach(driver -> driver.close(Duration.ZERO));
            assertThat(registry.inFlight()).isZero();
            HeatDriver<Integer> driver = newDriver();
            for (int round = 0; round < 4; round++) {
                nowNanos += 1_000 * HALF_LIFE_NANOS;
                driver.round();
            }
        }

        /** One of them less patient than the registry's lease. */
        private HeatDriver<Integer> newDriver() {
            Duration patience = Duration.ofNanos((drivers.size() % 2 == 0 ? 3 : 100) * HALF_LIFE_NANOS);
            return HeatDriver.over(registry, this, () -> nowNanos, new VirtualScheduler())
                    .giveUpAfter(patience)
                    .onFailure(failure -> {})
                    .build();
        }

        private static void assertOneEmissionPerKey(List<Emission<Integer>> batch) {
            Set<Integer> keys = new HashSet<>();
            batch.forEach(emission -> keys.add(emission.key()));
            assertThat(keys).hasSameSizeAs(batch);
        }
    }
}
