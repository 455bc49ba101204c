package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InMemorySinkTest {

    /** Of a batch: so many that a reader can hardly miss one that is half applied. */
    private static final int KEYS = 100;

    private final InMemorySink<String> sink = new InMemorySink<>();

    @Test
    void s1_aBatchIsAnsweredAtOnce() {
        assertThat(sink.announce(List.of(new Emission<>("a", 1)))).isCompleted();
    }

    @Test
    void s1_theLastRateOfEachKeyIsKept() {
        sink.announce(List.of(new Emission<>("a", 1), new Emission<>("b", 2)));
        sink.announce(List.of(new Emission<>("a", 4)));
        assertThat(sink.rates()).containsExactly(entry("a", 4.0), entry("b", 2.0));
    }

    @Test
    void s1_aWithdrawalRemovesTheKey() {
        sink.announce(List.of(new Emission<>("a", 1), new Emission<>("b", 2)));
        sink.announce(List.of(new Emission<>("a", 0), new Emission<>("c", -0.0)));
        assertThat(sink.rates()).containsExactly(entry("b", 2.0));
    }

    @Test
    void s1_aSnapshotStaysAsItIs() {
        sink.announce(List.of(new Emission<>("a", 1)));
        Map<String, Double> snapshot = sink.rates();
        sink.announce(List.of(new Emission<>("a", 0)));
        assertThat(snapshot).containsExactly(entry("a", 1.0));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(snapshot::clear);
    }

    @Test
    void s1_noSnapshotShowsHalfABatch() throws InterruptedException {
        Thread driver = new Thread(() -> {
            for (int rate = 1; rate <= 10_000; rate++) {
                sink.announce(batch(rate));
            }
        });
        driver.start();
        List<Map<String, Double>> torn = new ArrayList<>();
        while (driver.isAlive()) {
            Map<String, Double> snapshot = sink.rates();
            if (new HashSet<>(snapshot.values()).size() > 1 || (!snapshot.isEmpty() && snapshot.size() < KEYS)) {
                torn.add(snapshot);
            }
        }
        driver.join();
        assertThat(torn).isEmpty();
    }

    private static List<Emission<String>> batch(double rate) {
        return IntStream.range(0, KEYS)
                .mapToObj(key -> new Emission<>("key " + key, rate))
                .toList();
    }
}
