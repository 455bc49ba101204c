package dev.halflife.impl.heat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A sink that is its own peer: it keeps what was last announced of each key, in memory. Never fails, answers at once.
 *
 * <p>Thread-safe; a batch is applied as a whole, so that no snapshot shows half of one.
 */
public final class InMemorySink<K> implements HeatSink<K> {

    /** In the order in which keys became hot, so that a snapshot reads the same on every run. */
    private final Map<K, Double> rates = new LinkedHashMap<>();

    @Override
    public CompletionStage<Void> announce(List<Emission<K>> batch) {
        synchronized (rates) {
            batch.forEach(this::apply);
        }
        return CompletableFuture.completedFuture(null);
    }

    /**
     * What peers believe now: an immutable snapshot of each key's rate as last announced, in reads per half-life, all
     * above 0; keys withdrawn are not in it.
     *
     * <p>Costs one step per key.
     */
    public Map<K, Double> rates() {
        synchronized (rates) {
            return Collections.unmodifiableMap(new LinkedHashMap<>(rates));
        }
    }

    private void apply(Emission<K> emission) {
        if (emission.isWithdrawal()) {
            rates.remove(emission.key());
        } else {
            rates.put(emission.key(), emission.rate());
        }
    }
}
