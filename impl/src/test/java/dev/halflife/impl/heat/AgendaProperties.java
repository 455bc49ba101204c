package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** An agenda against a map of the same plans that is searched from end to end. */
class AgendaProperties {

    private static final int ENTRIES = 40;

    /** Plans an entry for a time, or, below 0, takes out everything that is due by then. */
    record Step(int entry, long nanos) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Long> times = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.longs().between(-50, 50)),
                Tuple.of(2, Arbitraries.just(Agenda.NEXT_TICK)),
                Tuple.of(2, Arbitraries.just(Agenda.NEVER)));
        return Combinators.combine(Arbitraries.integers().between(-3, ENTRIES - 1), times)
                .as(Step::new)
                .list()
                .ofMaxSize(200);
    }

    @Property(tries = 300)
    void t1_whatIsDueIsWhatWasPlannedForThenOrBefore(@ForAll("steps") List<Step> steps) {
        Agenda<Integer> agenda = new Agenda<>();
        List<Entry<Integer>> entries = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            entries.add(new Entry<>(i, Told.NOTHING));
        }
        Map<Integer, Long> plans = new HashMap<>();
        for (Step step : steps) {
            if (step.entry() < 0) {
                List<Integer> due = plans.entrySet().stream()
                        .filter(plan -> plan.getValue() <= step.nanos())
                        .map(Map.Entry::getKey)
                        .toList();
                assertThat(agenda.isDue(step.nanos())).isEqualTo(!due.isEmpty());
                assertThat(agenda.due(step.nanos()))
                        .extracting(entry -> entry.key())
                        .containsExactlyInAnyOrderElementsOf(due);
                due.forEach(number -> agenda.cancel(entries.get(number)));
                due.forEach(plans::remove);
            } else if (step.nanos() == Agenda.NEVER) {
                agenda.cancel(entries.get(step.entry()));
                plans.remove(step.entry());
            } else {
                agenda.plan(entries.get(step.entry()), step.nanos());
                plans.put(step.entry(), step.nanos());
            }
            assertThat(entries)
                    .allSatisfy(entry ->
                            assertThat(entry.agendaPlace != Agenda.NOWHERE).isEqualTo(plans.containsKey(entry.key())));
        }
        assertThat(agenda.due(Long.MAX_VALUE))
                .extracting(entry -> entry.key())
                .containsExactlyInAnyOrderElementsOf(plans.keySet());
    }

    @Example
    void t1_anEntryIsDueUntilItIsPlannedAnew() {
        Agenda<Integer> agenda = new Agenda<>();
        Entry<Integer> entry = new Entry<>(1, Told.NOTHING);
        agenda.plan(entry, 7);
        assertThat(agenda.due(6)).isEmpty();
        assertThat(agenda.due(7)).containsExactly(entry);
        assertThat(agenda.due(7)).containsExactly(entry);
        agenda.plan(entry, 9);
        assertThat(agenda.due(8)).isEmpty();
        assertThat(agenda.due(9)).containsExactly(entry);
    }
}
