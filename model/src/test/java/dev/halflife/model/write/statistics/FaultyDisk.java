package dev.halflife.model.write.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The fault model alone, as a value: a directory of files, of which power leaves what was forced, and of the rest any
 * directory operations, whole, and some share of the bytes. Shares nothing with what judges.
 *
 * @param names what stands under each name now
 * @param forced what stood under each when the names were forced last
 * @param unforced the directory operations since, the oldest first; a name that goes stands for -1
 * @param bytes what each file holds now
 * @param forcedBytes what each held when it was forced last
 */
record FaultyDisk(
        SortedMap<String, Integer> names,
        SortedMap<String, Integer> forced,
        List<SortedMap<String, Integer>> unforced,
        List<String> bytes,
        List<String> forcedBytes) {

    static final FaultyDisk EMPTY = new FaultyDisk(new TreeMap<>(), new TreeMap<>(), List.of(), List.of(), List.of());

    private static final int GONE = -1;
    private static final int[] SHARES_PER_MILLE = {0, 500, 1000};

    /** Empties the file of that name, or makes one. */
    FaultyDisk create(String name) {
        Integer known = names.get(name);
        if (known != null) {
            return holding(known, "");
        }
        List<String> more = new ArrayList<>(bytes);
        more.add("");
        List<String> moreForced = new ArrayList<>(forcedBytes);
        moreForced.add("");
        return new FaultyDisk(names, forced, unforced, more, moreForced).change(Map.of(name, bytes.size()));
    }

    int file(String name) {
        return names.getOrDefault(name, GONE);
    }

    /** Puts these bytes in their place in a file, whatever its name is by now. */
    FaultyDisk write(int file, int position, String more) {
        StringBuilder text = new StringBuilder(bytes.get(file));
        while (text.length() < position + more.length()) {
            text.append('.');
        }
        text.replace(position, position + more.length(), more);
        return holding(file, text.toString());
    }

    FaultyDisk force(int file) {
        List<String> next = new ArrayList<>(forcedBytes);
        next.set(file, bytes.get(file));
        return new FaultyDisk(names, forced, unforced, bytes, next);
    }

    /** Gives a file another name; null where there is none of the first. */
    @Nullable
    FaultyDisk rename(String from, String to) {
        Integer file = names.get(from);
        return file == null ? null : change(Map.of(from, GONE, to, file));
    }

    FaultyDisk delete(String name) {
        return change(Map.of(name, GONE));
    }

    FaultyDisk forceNames() {
        return new FaultyDisk(names, names, List.of(), bytes, forcedBytes);
    }

    /** What the file of that name holds, or null. */
    @Nullable
    String read(String name) {
        Integer file = names.get(name);
        return file == null ? null : bytes.get(file);
    }

    /** Other bytes in a file, on disk for good. */
    FaultyDisk damage(String name, String with) {
        int file = file(name);
        return holding(file, with).force(file);
    }

    /** Every disk that a loss of power may leave. */
    Set<FaultyDisk> losePower() {
        Set<FaultyDisk> left = new HashSet<>();
        for (int surviving = 0; surviving < 1 << unforced.size(); surviving++) {
            SortedMap<String, Integer> directory = new TreeMap<>(forced);
            for (int i = 0; i < unforced.size(); i++) {
                if ((surviving >> i & 1) == 1) {
                    apply(unforced.get(i), directory);
                }
            }
            for (int share : SHARES_PER_MILLE) {
                List<String> kept = new ArrayList<>();
                for (int file = 0; file < bytes.size(); file++) {
                    kept.add(
                            share == 0 || bytes.get(file).equals(forcedBytes.get(file))
                                    ? forcedBytes.get(file)
                                    : bytes.get(file)
                                            .substring(0, bytes.get(file).length() * share / 1000));
                }
                left.add(new FaultyDisk(directory, directory, List.of(), kept, kept).tidied(Map.of()));
            }
        }
        return left;
    }

    /** The same, its files numbered by who refers to them and the others left out; {@code open} is renumbered too. */
    FaultyDisk tidied(Map<Integer, Integer> open) {
        Map<Integer, Integer> numbers = numbers(open);
        List<String> kept = new ArrayList<>();
        List<String> keptForced = new ArrayList<>();
        numbers.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(entry -> {
            kept.add(bytes.get(entry.getKey()));
            keptForced.add(forcedBytes.get(entry.getKey()));
        });
        return new FaultyDisk(
                renumbered(names, numbers),
                renumbered(forced, numbers),
                unforced.stream().map(change -> renumbered(change, numbers)).toList(),
                kept,
                keptForced);
    }

    /** Each file's number by the order in which it is referred to. */
    Map<Integer, Integer> numbers(Map<Integer, Integer> open) {
        Map<Integer, Integer> numbers = new HashMap<>();
        List<Integer> references = new ArrayList<>(names.values());
        references.addAll(forced.values());
        unforced.forEach(change -> references.addAll(change.values()));
        new TreeMap<>(open).values().forEach(references::add);
        for (int file : references) {
            if (file != GONE) {
                numbers.putIfAbsent(file, numbers.size());
            }
        }
        return numbers;
    }

    private static SortedMap<String, Integer> renumbered(
            SortedMap<String, Integer> some, Map<Integer, Integer> numbers) {
        SortedMap<String, Integer> next = new TreeMap<>();
        some.forEach((name, file) -> next.put(name, numbers.getOrDefault(file, GONE)));
        return next;
    }

    private FaultyDisk holding(int file, String text) {
        List<String> next = new ArrayList<>(bytes);
        next.set(file, text);
        return new FaultyDisk(names, forced, unforced, next, forcedBytes);
    }

    private FaultyDisk change(Map<String, Integer> change) {
        SortedMap<String, Integer> now = new TreeMap<>(names);
        apply(change, now);
        List<SortedMap<String, Integer>> more = new ArrayList<>(unforced);
        more.add(new TreeMap<>(change));
        return new FaultyDisk(now, forced, more, bytes, forcedBytes);
    }

    private static void apply(Map<String, Integer> change, SortedMap<String, Integer> directory) {
        change.forEach((name, file) -> {
            if (file == GONE) {
                directory.remove(name);
            } else {
                directory.put(name, file);
            }
        });
    }
}
