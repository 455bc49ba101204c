package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The order of use against a list in which each entry that is used is moved to the end. */
class UseOrderProperties {

    private static final int ENTRIES = 12;
    private static final Decay DECAY = new Decay(1);

    enum Kind {
        USE,
        REMOVE,
        EVICT,
        ASK
    }

    /** What is done, to which entry, and how many uses of the registry's others come before. */
    record Step(Kind kind, int entry, long usesBefore) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Long> usesBefore = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just(0L)),
                Tuple.of(3, Arbitraries.longs().between(1, 300)),
                Tuple.of(1, Arbitraries.longs().between(1, 1L << 40)));
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(8, Kind.USE),
                                Tuple.of(1, Kind.REMOVE),
                                Tuple.of(2, Kind.EVICT),
                                Tuple.of(1, Kind.ASK)),
                        Arbitraries.integers().between(0, ENTRIES - 1),
                        usesBefore)
                .as(Step::new)
                .list()
                .ofMaxSize(120);
    }

    @Property(tries = 1000)
    void f2_theFirstIsTheOneUsedLongestAgo(@ForAll("steps") List<Step> steps) {
        UseOrder<Integer> order = new UseOrder<>();
        List<Entry<Integer>> byUse = new ArrayList<>();
        List<Entry<Integer>> entries = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            entries.add(new Entry<>(i, Told.NOTHING));
        }
        long uses = 0;
        for (Step step : steps) {
            uses += step.usesBefore();
            Entry<Integer> entry = entries.get(step.entry());
            boolean isIn = byUse.remove(entry);
            switch (step.kind()) {
                case USE -> {
                    byUse.add(entry);
                    uses++;
                    if (isIn) {
                        entry.use(uses, 0);
                    } else {
                        entry.track(DECAY, 0, uses);
                        order.add(entry);
                    }
                }
                case REMOVE -> {
                    if (isIn) {
                        order.remove(entry);
                    }
                }
                case EVICT -> {
                    restore(byUse, entry, isIn);
                    if (!byUse.isEmpty()) {
                        Entry<Integer> first = byUse.remove(0);
                        assertThat(order.first()).isSameAs(first);
                        order.remove(first);
                    }
                }
                case ASK -> {
                    restore(byUse, entry, isIn);
                    assertThat(order.first()).isSameAs(byUse.isEmpty() ? null : byUse.get(0));
                }
            }
            assertThat(order.size()).isEqualTo(byUse.size());
        }
        for (Entry<Integer> first : byUse) {
            assertThat(order.first()).isSameAs(first);
            order.remove(first);
        }
        assertThat(order.first()).isNull();
    }

    @Example
    void f2_millionsOfUsesAreInOrderOfUse() {
        UseOrder<Integer> order = new UseOrder<>();
        List<Entry<Integer>> entries = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            Entry<Integer> entry = new Entry<>(i, Told.NOTHING);
            entry.track(DECAY, 0, i + 1);
            order.add(entry);
            entries.add(entry);
        }
        for (int i = 0; i < 3_000_000; i++) {
            entries.get((int) (i * 2_654_435_761L % 4999)).use(5001 + i, 0); // the last one is never used again
        }
        List<Long> uses = new ArrayList<>();
        for (Entry<Integer> first = order.first(); first != null; first = order.first()) {
            uses.add(first.lastUse());
            order.remove(first);
        }
        assertThat(uses).hasSize(5000).isSorted().startsWith(5000L);
    }

    /** Where it was: nothing was done to it. */
    private static void restore(List<Entry<Integer>> byUse, Entry<Integer> entry, boolean isIn) {
        if (isIn) {
            byUse.add(entry);
            byUse.sort((one, other) -> Long.compare(one.lastUse(), other.lastUse()));
        }
    }
}
