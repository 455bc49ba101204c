package dev.halflife.model.write.credits;

import dev.halflife.model.NameText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;

/** Credits by id: an immutable value that knows its sum and its hash. */
public final class Pile {

    /** No credits. */
    public static final Pile EMPTY = new Pile(ExtensionsKt.persistentHashMapOf(), 0, 0);

    private static final int MOST_IDS_IN_WORDS = 8;

    private final PersistentMap<String, Long> counts;
    private final long credits;
    private final int hash;

    private Pile(PersistentMap<String, Long> counts, long credits, int hash) {
        this.counts = counts;
        this.credits = credits;
        this.hash = hash;
    }

    /** These counts, whatever they are; a flush that is wrong may hold a 0. */
    static Pile of(Map<String, Long> counts) {
        Pile pile = EMPTY;
        for (Map.Entry<String, Long> entry : counts.entrySet()) {
            pile = pile.plus(entry.getKey(), entry.getValue());
        }
        return pile;
    }

    /** One credit more per element. */
    Pile plus(List<String> ids) {
        Pile pile = this;
        for (String id : ids) {
            pile = pile.plus(id, 1);
        }
        return pile;
    }

    /** All credits of both. */
    Pile plus(Pile more) {
        if (counts.isEmpty()) {
            return more;
        }
        Pile pile = this;
        for (Map.Entry<String, Long> entry : more.counts.entrySet()) {
            pile = pile.plus(entry.getKey(), entry.getValue());
        }
        return pile;
    }

    private Pile plus(String id, long more) {
        Long had = counts.get(id);
        long has = had == null ? more : had + more;
        int without = had == null ? hash : hash - mixed(id, had);
        return new Pile(counts.putting(id, has), credits + more, without + mixed(id, has));
    }

    private static int mixed(String id, long count) {
        long z = (id.hashCode() * 0x9E3779B97F4A7C15L) ^ (count * 0xC4CEB9FE1A85EC53L);
        z = (z ^ (z >>> 29)) * 0xFF51AFD7ED558CCDL;
        return (int) (z ^ (z >>> 32));
    }

    /** Whether every id has as many credits in the other pile, at least. */
    boolean within(Pile other) {
        for (Map.Entry<String, Long> entry : counts.entrySet()) {
            Long there = other.counts.get(entry.getKey());
            if (there == null || there < entry.getValue()) {
                return false;
            }
        }
        return true;
    }

    /** The credits of each id. */
    public Map<String, Long> counts() {
        return counts;
    }

    /** The sum of all credits. */
    public long credits() {
        return credits;
    }

    /** Whether there are no credits. */
    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** The first id of which another pile has more or fewer, such as {@code z 2, not 1}. */
    String against(Pile other) {
        Map<String, Long> all = new TreeMap<>(other.counts);
        all.putAll(counts);
        for (String id : all.keySet()) {
            long here = counts.getOrDefault(id, 0L);
            long there = other.counts.getOrDefault(id, 0L);
            if (here != there) {
                return NameText.of(id) + " " + here + ", not " + there;
            }
        }
        return "the same";
    }

    /** Such as {@code a 2, b 1}: in order, the first few. */
    @Override
    public String toString() {
        String ids = new TreeMap<>(counts)
                .entrySet().stream()
                        .limit(MOST_IDS_IN_WORDS)
                        .map(entry -> NameText.of(entry.getKey()) + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
        return counts.size() <= MOST_IDS_IN_WORDS ? ids : ids + ", … (" + credits + " credits)";
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Pile pile
                        && pile.hash == hash
                        && pile.credits == credits
                        && pile.counts.equals(counts));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
