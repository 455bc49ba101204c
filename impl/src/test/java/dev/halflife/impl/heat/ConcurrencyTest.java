package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.halflife.impl.time.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final HeatPolicy POLICY = new HeatPolicy(true, 2, HOUR_NANOS);

    private final Ticker ticker = Ticker.system();

    @Test
    void d3_noBumpOfEightThreadsIsLost() throws Exception {
        HeatRegistry<String> registry = HeatRegistry.<String>marked(POLICY).build();
        inThreads(8, thread -> {
            for (int i = 0; i < 1_000; i++) {
                registry.bump("a", ticker.nanos());
            }
        });
        double rate = registry.observe("a").orElseThrow().rate();
        assertThat(rate).isCloseTo(8_000, within(80.0));
    }

    @Test
    void r2_newKeysOfFourThreadsNeverPassTheCap() throws Exception {
        AtomicInteger evictions = new AtomicInteger();
        HeatRegistry<Integer> registry = HeatRegistry.<Integer>marked(POLICY)
                .cap(16)
                .onEvicted(key -> evictions.incrementAndGet())
                .build();
        AtomicInteger largest = new AtomicInteger();
        inThreads(4, thread -> {
            for (int i = 0; i < 64; i++) {
                registry.touch(thread * 64 + i, ticker.nanos());
                largest.accumulateAndGet(registry.size(), Math::max);
            }
        });
        assertThat(largest.get()).isLessThanOrEqualTo(16);
        assertThat(registry.size()).isEqualTo(16);
        assertThat(evictions.get()).isEqualTo(4 * 64 - 16);
    }

    @Test
    void t4_noKeyIsHandedToTwoDriversAtOnce() throws Exception {
        HeatRegistry<Integer> registry = HeatRegistry.<Integer>marked(POLICY).build();
        List<AtomicInteger> sinks = new ArrayList<>();
        for (int key = 0; key < 8; key++) {
            sinks.add(new AtomicInteger());
        }
        inThreads(4, thread -> {
            for (int i = 0; i < 500; i++) {
                registry.bump(i % 8, ticker.nanos());
                Announcement<Integer> announcement = registry.tick(ticker.nanos());
                for (Emission<Integer> emission : announcement.emissions()) {
                    assertThat(sinks.get(emission.key()).incrementAndGet()).isEqualTo(1);
                }
                for (Emission<Integer> emission : announcement.emissions()) {
                    sinks.get(emission.key()).decrementAndGet();
                }
                registry.commit(announcement);
            }
        });
        assertThat(registry.inFlight()).isZero();
    }

    private static void inThreads(int threads, IntConsumer work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                tasks.add(() -> {
                    work.accept(number);
                    return null;
                });
            }
            for (Future<Void> done : pool.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
