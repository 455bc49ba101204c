package dev.halflife.reports.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Changes of one component under construction: which of some ids have gone, and which have come. */
final class Differences {

    /** Told what is gone and what has come. */
    interface Telling {
        void tell(List<String> gone, List<String> come);
    }

    private final String component;
    private final List<Change> changes = new ArrayList<>();

    Differences(String component) {
        this.component = component;
    }

    List<Change> list() {
        return changes;
    }

    /** The ids of those records that count, in their order. */
    static <T> Set<String> ids(List<T> records, Function<T, String> id, Predicate<T> counts) {
        return records.stream().filter(counts).map(id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Tells the difference between two sets of ids. */
    static void between(Set<String> before, Set<String> now, Telling telling) {
        telling.tell(
                before.stream().filter(id -> !now.contains(id)).toList(),
                now.stream().filter(id -> !before.contains(id)).toList());
    }

    void worse(Collection<String> ids, String before, String after) {
        add(Change.Kind.WORSE, ids, before, after);
    }

    void other(Collection<String> ids, String before, String after) {
        add(Change.Kind.OTHER, ids, before, after);
    }

    void better(Collection<String> ids, String before, String after) {
        add(Change.Kind.BETTER, ids, before, after);
    }

    /** A change that is told whole. */
    void add(Change.Kind kind, String text) {
        changes.add(new Change(kind, component, text));
    }

    private void add(Change.Kind kind, Collection<String> ids, String before, String after) {
        if (!ids.isEmpty()) {
            add(kind, before + String.join(", ", ids) + after);
        }
    }
}
