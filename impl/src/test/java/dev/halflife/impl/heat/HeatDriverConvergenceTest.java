package dev.halflife.impl.heat;

import static dev.halflife.impl.heat.RoundOutcome.NOTHING_TO_ANNOUNCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S3 to S5: what peers end up with, round after round. */
class HeatDriverConvergenceTest {

    private static final long HALF_LIFE_NANOS = 1_000;
    private static final double EMIT_RATIO = 2;
    private static final int CAP = 4;

    private final HeatRegistry<Integer> registry = HeatRegistry.<Integer>marked(
                    new HeatPolicy(true, EMIT_RATIO, HALF_LIFE_NANOS))
            .cap(CAP)
            .build();
    private final InMemorySink<Integer> peers = new InMemorySink<>();
    private long nowNanos;

    /** Twice as many keys as fit, so that some are forgotten while peers still believe in them (F3). */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void s5_onceReadsStopEverythingIsWithdrawnThoughEveryOtherRoundFails(boolean appliesBeforeItFails) {
        HeatDriver<Integer> driver = driver(new EveryOtherTime(appliesBeforeItFails));
        for (int i = 0; i < 100; i++) {
            registry.bump(i % (2 * CAP), nowNanos);
            driver.round();
            nowNanos += HALF_LIFE_NANOS / 10;
        }
        assertThat(peers.rates()).isNotEmpty();
        int rounds = 0;
        do {
            nowNanos += 65 * HALF_LIFE_NANOS;
            driver.round();
            rounds++;
        } while (registry.size() > 0 || registry.owedWithdrawals() > 0);
        assertThat(rounds).isLessThanOrEqualTo(4);
        assertThat(peers.rates()).isEmpty();
        assertThat(registry.inFlight()).isZero();
        assertThat(registry.droppedWithdrawals()).isZero();
        assertThat(driver.round()).isCompletedWithValue(NOTHING_TO_ANNOUNCE);
    }

    /** The rates are those of the registry, decayed here by the law (D2). */
    @Test
    void s4_afterACommittedRoundPeersAreNoFurtherOffThanTheRatio() {
        HeatDriver<Integer> driver = driver(peers);
        for (int i = 0; i < 1_000; i++) {
            registry.bump((int) Math.sqrt(i) % CAP, nowNanos); // runs of growing length: heat comes and goes
            driver.round();
            peers.rates().forEach(this::assertHonest);
            assertThat(peers.rates()).hasSize(registry.size());
            nowNanos += HALF_LIFE_NANOS / 7;
        }
    }

    private void assertHonest(int key, double announced) {
        Observation seen = registry.observe(key).orElseThrow();
        double rate = new Decay(HALF_LIFE_NANOS).remaining(seen.rate(), nowNanos - seen.asOfNanos());
        assertThat(announced / rate).isBetween(1 / EMIT_RATIO, EMIT_RATIO);
    }

    private HeatDriver<Integer> driver(HeatSink<Integer> sink) {
        return HeatDriver.over(registry, sink, () -> nowNanos, new VirtualScheduler())
                .onFailure(failure -> {})
                .build();
    }

    /** Fails the first batch, and every other one after that. */
    private final class EveryOtherTime implements HeatSink<Integer> {

        private final boolean appliesBeforeItFails;
        private boolean failing;

        EveryOtherTime(boolean appliesBeforeItFails) {
            this.appliesBeforeItFails = appliesBeforeItFails;
        }

        @Override
        public CompletableFuture<Void> announce(List<Emission<Integer>> batch) {
            failing = !failing;
            if (!failing || appliesBeforeItFails) {
                peers.announce(batch);
            }
            return failing
                    ? CompletableFuture.failedFuture(new PendingSink.SinkFailure())
                    : CompletableFuture.completedFuture(null);
        }
    }
}
