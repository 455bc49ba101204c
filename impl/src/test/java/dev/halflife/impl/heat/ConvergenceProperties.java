package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** S5: whatever a sink did to announcements, once reads stop and it works again, peers forget and so does the registry. */
class ConvergenceProperties {

    private static final int KEYS = 5;
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
        return Combinators.combine(
                        Arbitraries.of(Event.class), Arbitraries.integers().between(0, KEYS - 1), waits)
                .as(Step::new)
                .list();
    }

    /** What happens next; the choice picks a key, or one of the announcements still out. */
    enum Event {
        BUMP,
        TOUCH,
        REMOVE,
        TICK,
        DRIVER_DIES_BEFORE_THE_SINK,
        DRIVER_DIES_AFTER_THE_SINK,
        SINK_APPLIES,
        SINK_LOSES,
        COMMIT,
        ROLLBACK
    }

    record Step(Event event, int choice, long waitNanos) {}

    /** An announcement that its driver has not answered yet. */
    private static final class Sent {

        final Announcement<Integer> announcement;
        boolean applied;

        Sent(Announcement<Integer> announcement) {
            this.announcement = announcement;
        }
    }

    /** One registry, and peers that keep the last rate applied to each key. */
    private static final class World {

        private final HeatRegistry<Integer> registry;
        private final int cap;
        private final List<Sent> out = new ArrayList<>();
        private final Map<Integer, Double> peers = new HashMap<>();
        private long nowNanos;

        World(HeatRegistryBuilder<Integer> builder, int cap) {
            this.registry = builder.cap(cap).leaseNanos(10 * HALF_LIFE_NANOS).build();
            this.cap = cap;
        }

        void run(List<Step> schedule) {
            for (Step step : schedule) {
                nowNanos += step.waitNanos();
                take(step);
                assertBounds();
            }
            heal();
            assertThat(registry.size()).isZero();
            assertThat(registry.owedWithdrawals()).isZero();
            assertThat(registry.inFlight()).isZero();
            if (registry.droppedWithdrawals() == 0) {
                assertThat(peers.values()).allMatch(rate -> rate == 0);
            }
        }

        private void take(Step step) {
            switch (step.event()) {
                case BUMP -> registry.bump(step.choice(), nowNanos);
                case TOUCH -> registry.touch(step.choice(), nowNanos);
                case REMOVE -> registry.remove(step.choice());
                case TICK -> out.add(new Sent(registry.tick(nowNanos)));
                case DRIVER_DIES_BEFORE_THE_SINK -> registry.tick(nowNanos);
                case DRIVER_DIES_AFTER_THE_SINK -> apply(new Sent(registry.tick(nowNanos)));
                case SINK_APPLIES, SINK_LOSES, COMMIT, ROLLBACK -> answer(step);
            }
        }

        /** A sink may apply without answering at once, but what it has applied is answered in the end. */
        private void answer(Step step) {
            if (out.isEmpty()) {
                return;
            }
            Sent sent = out.get(step.choice() % out.size());
            switch (step.event()) {
                case SINK_APPLIES -> apply(sent);
                case SINK_LOSES -> {
                    if (!sent.applied) {
                        out.remove(sent);
                    }
                }
                case COMMIT -> commit(sent);
                default -> {
                    registry.rollback(sent.announcement);
                    out.remove(sent);
                }
            }
        }

        private void apply(Sent sent) {
            if (!sent.applied) {
                sent.applied = true;
                sent.announcement.emissions().forEach(emission -> peers.put(emission.key(), emission.rate()));
            }
        }

        private void commit(Sent sent) {
            apply(sent);
            registry.commit(sent.announcement);
            out.remove(sent);
        }

        /** Answers what is still out, then runs quiet rounds, each later than any lease and any heat. */
        private void heal() {
            for (Sent sent : List.copyOf(out)) {
                commit(sent);
            }
            nowNanos += 1_000 * HALF_LIFE_NANOS;
            for (int round = 0; round < 4; round++) {
                nowNanos += 100 * HALF_LIFE_NANOS;
                commit(new Sent(registry.tick(nowNanos)));
            }
        }

        private void assertBounds() {
            assertThat(registry.size()).isLessThanOrEqualTo(cap);
            assertThat(registry.owedWithdrawals()).isLessThanOrEqualTo(cap);
            assertThat(registry.inFlight()).isLessThanOrEqualTo(registry.size() + registry.owedWithdrawals());
        }
    }
}
