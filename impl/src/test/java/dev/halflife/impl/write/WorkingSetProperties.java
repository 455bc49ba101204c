package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WorkingSetProperties {

    private static final List<String> ENTRIES = List.of("a", "b", "c");
    private static final Comparator<Revision<String, Integer>> AGE = Comparator.comparingLong(
                    Revision<String, Integer>::version)
            .thenComparingLong(Revision::createdNanos)
            .thenComparingInt(Revision::id);

    @Property
    void c2_headsAreTheNewestRevisionsInAnyOrderWithRepeatsAndTrims(
            @ForAll("arrivals") List<Revision<String, Integer>> arrivals) {
        WorkingSet<String, Integer> set = new WorkingSet<>();
        for (int i = 0; i < arrivals.size(); i++) {
            set.upsert(arrivals.get(i));
            if (i % 3 == 2) {
                set.trim(ENTRIES.get(i % 2));
            }
            for (String entry : ENTRIES) {
                assertThat(set.head(entry)).isEqualTo(newest(arrivals.subList(0, i + 1), entry));
                set.head(entry)
                        .ifPresent(head -> assertThat(set.byId(head.id())).contains(head));
            }
        }
    }

    @Property
    void f12_trimmingLeavesTheHeadsAndNothingElse(@ForAll("arrivals") List<Revision<String, Integer>> arrivals) {
        WorkingSet<String, Integer> set = new WorkingSet<>();
        arrivals.forEach(set::upsert);
        Set<Revision<String, Integer>> distinct = new LinkedHashSet<>(arrivals);
        assertThat(set.size()).isEqualTo(distinct.size());
        assertThat(distinct)
                .allSatisfy(revision -> assertThat(set.byId(revision.id())).contains(revision));
        long heads =
                ENTRIES.stream().filter(entry -> set.head(entry).isPresent()).count();
        int trimmed = ENTRIES.stream().mapToInt(set::trim).sum();
        assertThat(trimmed).isEqualTo(distinct.size() - (int) heads);
        assertThat(set.size()).isEqualTo((int) heads);
    }

    private static Optional<Revision<String, Integer>> newest(List<Revision<String, Integer>> revisions, String entry) {
        return revisions.stream()
                .filter(revision -> revision.logicalId().equals(entry))
                .max(AGE);
    }

    /** Few ids, so that they repeat; what a revision is follows from its id, since an id names one revision. */
    @Provide
    Arbitrary<List<Revision<String, Integer>>> arrivals() {
        Arbitrary<long[]> shape = Combinators.combine(
                        Arbitraries.longs().between(1, 5), Arbitraries.longs().between(1, 3))
                .as((versions, instants) -> new long[] {versions, instants});
        return shape.flatMap(of -> Arbitraries.integers()
                .between(0, 20)
                .map(id -> new Revision<>(id, ENTRIES.get(id % 3), (id * 7L) % of[0], (id * 5L) % of[1]))
                .list()
                .ofMaxSize(40));
    }
}
