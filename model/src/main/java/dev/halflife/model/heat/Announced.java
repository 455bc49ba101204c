package dev.halflife.model.heat;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one tick announced, kept for its acknowledgement: rates by key, in the order the subject gave them. */
final class Announced {

    static final Announced NOTHING = new Announced(Map.of());

    private final Map<String, Double> rates;

    private Announced(Map<String, Double> rates) {
        this.rates = rates;
    }

    static Announced of(List<HeatReply.Emission> emissions) {
        if (emissions.isEmpty()) {
            return NOTHING;
        }
        if (emissions.size() == 1) {
            HeatReply.Emission only = emissions.get(0);
            return new Announced(Collections.singletonMap(only.key(), only.rate()));
        }
        Map<String, Double> rates = new LinkedHashMap<>();
        for (HeatReply.Emission emission : emissions) {
            rates.put(emission.key(), emission.rate());
        }
        return new Announced(rates);
    }

    Set<String> keys() {
        return Collections.unmodifiableSet(rates.keySet());
    }

    boolean hasAll(Collection<String> keys) {
        return rates.keySet().containsAll(keys);
    }

    /** The rate a key was announced with, or null. */
    @Nullable
    Double seen(String key) {
        return rates.get(key);
    }

    double rate(String key) {
        return rates.getOrDefault(key, 0.0);
    }

    int size() {
        return rates.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Announced announced && announced.rates.equals(rates);
    }

    @Override
    public int hashCode() {
        return rates.hashCode();
    }
}
