package dev.halflife.impl.heat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The keys that are no longer tracked though peers may believe in their heat: each owes a withdrawal (F3).
 *
 * <p>Bounded; the oldest debts are dropped first, and counted. A debt's age is that of the debt, not of the last attempt
 * to pay it. Not thread-safe.
 */
final class Owed<K> {

    private final int cap;
    private final Map<K, Standing> oldestFirst = new LinkedHashMap<>();
    private long dropped;

    Owed(int cap) {
        this.cap = cap;
    }

    /** Takes on a debt; each key that must give way is dropped and reported. */
    void add(K key, Standing standing, Consumer<? super K> onDropped) {
        oldestFirst.put(key, standing);
        while (oldestFirst.size() > cap) {
            K oldest = oldestFirst.keySet().iterator().next();
            oldestFirst.remove(oldest);
            dropped++;
            onDropped.accept(oldest);
        }
    }

    @Nullable
    Standing get(K key) {
        return oldestFirst.get(key);
    }

    /** Ends a debt: it is paid, or its key is tracked again. */
    @Nullable
    Standing remove(K key) {
        return oldestFirst.remove(key);
    }

    void forEach(BiConsumer<? super K, ? super Standing> action) {
        oldestFirst.forEach(action);
    }

    int size() {
        return oldestFirst.size();
    }

    long dropped() {
        return dropped;
    }
}
