package dev.halflife.impl.heat;

import static dev.halflife.impl.heat.RoundOutcome.NOTHING_TO_ANNOUNCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.impl.time.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real threads, real time: readers, two drivers on a schedule, and a sink that answers on threads of its own. */
class HeatDriverThreadsTest {

    private static final int READERS = 4;
    private static final int KEYS = 20;
    private static final int CAP = 16;
    private static final int BATCHES = 40;
    private static final long HALF_LIFE_NANOS = 1_000_000;
    private static final HeatPolicy POLICY = new HeatPolicy(true, 2, HALF_LIFE_NANOS);

    private final Ticker ticker = Ticker.system();
    private final InMemorySink<Integer> peers = new InMemorySink<>();
    private final CountDownLatch batchesLeft = new CountDownLatch(BATCHES);
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);
    private final ExecutorService readers = Executors.newFixedThreadPool(READERS);
    private final ExecutorService network = Executors.newFixedThreadPool(2);

    @AfterEach
    void shutDown() {
        readers.shutdownNow();
        scheduler.shutdownNow();
        network.shutdownNow();
    }

    /** More keys than the cap, a half-life of a millisecond: heat comes, goes, and is evicted all the time. */
    @Test
    void s5_afterTheReadersStopPeersAndRegistryAgreeAndThenForget() throws Exception {
        HeatRegistry<Integer> registry =
                HeatRegistry.<Integer>marked(POLICY).cap(CAP).build();
        try (HeatDriver<Integer> one = driver(registry, ticker);
                HeatDriver<Integer> other = driver(registry, ticker)) {
            one.start(Duration.ofNanos(HALF_LIFE_NANOS / 2));
            other.start(Duration.ofNanos(HALF_LIFE_NANOS / 3));
            readUntilEnoughIsAnnounced(registry);
        }
        assertThat(registry.inFlight()).isZero();

        long stoppedNanos = ticker.nanos();
        runToTheEnd(registry, stoppedNanos);
        assertAgreement(registry);

        runToTheEnd(registry, stoppedNanos + 100 * HALF_LIFE_NANOS);
        assertThat(registry.size()).isZero();
        assertThat(registry.owedWithdrawals()).isZero();
        assertThat(registry.droppedWithdrawals()).isZero();
        assertThat(peers.rates()).isEmpty();
    }

    private void readUntilEnoughIsAnnounced(HeatRegistry<Integer> registry) throws Exception {
        List<Future<?>> reading = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            int stride = 2 * reader + 1; // the reader that goes by fives sees few keys, and makes them hot
            reading.add(readers.submit(() -> {
                for (int key = 0; batchesLeft.getCount() > 0; key = (key + stride) % KEYS) {
                    registry.bump(key, ticker.nanos());
                }
            }));
        }
        for (Future<?> reader : reading) {
            reader.get();
        }
    }

    /** Rounds by hand, all at one time that does not pass, until nothing is left to say at that time. */
    private void runToTheEnd(HeatRegistry<Integer> registry, long nowNanos) throws Exception {
        try (HeatDriver<Integer> last = driver(registry, () -> nowNanos)) {
            RoundOutcome outcome;
            do {
                outcome = last.round().toCompletableFuture().get();
            } while (outcome != NOTHING_TO_ANNOUNCE);
        }
    }

    /** What the registry takes peers to believe is what they hold, and nothing is unknown. */
    private void assertAgreement(HeatRegistry<Integer> registry) {
        assertThat(registry.owedWithdrawals()).isZero();
        Map<Integer, Double> believed = new HashMap<>();
        for (int key = 0; key < KEYS; key++) {
            Belief belief = registry.observe(key).map(Observation::belief).orElse(Belief.never());
            assertThat(belief).isNotEqualTo(Belief.unknown());
            if (belief instanceof Belief.Announced announced && belief.mayBeHot()) {
                believed.put(key, announced.rate());
            }
        }
        assertThat(peers.rates()).isEqualTo(believed);
    }

    /** Every third batch fails: in turn before and after peers have applied it. */
    private HeatDriver<Integer> driver(HeatRegistry<Integer> registry, Ticker clock) {
        AtomicInteger batches = new AtomicInteger();
        HeatSink<Integer> unreliable = batch -> CompletableFuture.runAsync(
                () -> {
                    batchesLeft.countDown();
                    int number = batches.incrementAndGet();
                    if (number % 6 == 3) {
                        throw new PendingSink.SinkFailure();
                    }
                    peers.announce(batch);
                    if (number % 6 == 0) {
                        throw new PendingSink.SinkFailure();
                    }
                },
                network);
        return HeatDriver.over(registry, unreliable, clock, scheduler)
                .onFailure(failure -> {})
                .build();
    }
}
