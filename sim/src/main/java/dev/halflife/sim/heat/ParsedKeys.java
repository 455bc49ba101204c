package dev.halflife.sim.heat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Keys as texts and as the reference has them. Those of generated schedules are parsed and printed once, as every schedule
 * has a registry of its own; any other when it comes. Immutable.
 */
final class ParsedKeys<K> {

    private final Function<String, K> parse;
    private final Map<String, K> parsed = new HashMap<>();
    private final Map<K, String> printed = new HashMap<>();

    /** {@code parse} and {@code toString} of the keys must be each other's inverse. */
    ParsedKeys(List<String> generated, Function<String, K> parse) {
        this.parse = parse;
        for (String text : generated) {
            K key = parse.apply(text);
            parsed.put(text, key);
            printed.put(key, key.toString());
        }
    }

    K key(String text) {
        K key = parsed.get(text);
        return key == null ? parse.apply(text) : key;
    }

    String text(K key) {
        String text = printed.get(key);
        return text == null ? key.toString() : text;
    }
}
