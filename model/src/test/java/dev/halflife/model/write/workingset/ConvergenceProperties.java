package dev.halflife.model.write.workingset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.write.workingset.WorkingSetOperation.Trim;
import dev.halflife.model.write.workingset.WorkingSetOperation.Upsert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConvergenceProperties {

    private static final Comparator<Revision> NEWEST_LAST = Comparator.comparing(Revision::version)
            .thenComparing(Revision::createdNanos)
            .thenComparing(Revision::id);

    private final WorkingSetSpec spec = new WorkingSetSpec(Contract.strict());

    @Property(tries = 1_000, seed = "20260602")
    void c2_theSameRevisionsInAnyOrderAndAnyNumberOfTimesGiveTheSameState(@ForAll("deliveries") Deliveries deliveries) {
        assertThat(all(deliveries.shuffled())).isEqualTo(all(deliveries.revisions()));
    }

    @Property(tries = 1_000, seed = "20260603")
    void c2_theHeadIsTheNewestThatEverCame(@ForAll("deliveries") Deliveries deliveries) {
        WorkingSetState state = all(deliveries.shuffled());
        for (Revision revision : deliveries.revisions()) {
            Optional<Revision> newest = deliveries.revisions().stream()
                    .filter(other -> other.logical().equals(revision.logical()))
                    .max(NEWEST_LAST);
            assertThat(state.head(revision.logical())).isEqualTo(newest);
        }
    }

    /** Trims in between change what is stored, never the heads; and a head's revision is always there. */
    @Property(tries = 1_000, seed = "20260604")
    void c2_trimsChangeNoHead(@ForAll("deliveries") Deliveries deliveries) {
        WorkingSetState trimmed = spec.initial();
        WorkingSetState kept = spec.initial();
        for (Revision revision : deliveries.shuffled()) {
            kept = spec.answer(kept, new Upsert(0, revision)).state();
            trimmed = spec.answer(trimmed, new Upsert(0, revision)).state();
            trimmed = spec.answer(trimmed, new Trim(0, revision.logical())).state();
            assertThat(trimmed.head(revision.logical())).isEqualTo(kept.head(revision.logical()));
            assertThat(trimmed.ids())
                    .contains(trimmed.head(revision.logical()).orElseThrow().id());
        }
    }

    private WorkingSetState all(List<Revision> revisions) {
        WorkingSetState state = spec.initial();
        for (Revision revision : revisions) {
            state = spec.answer(state, new Upsert(0, revision)).state();
        }
        return state;
    }

    /** Distinct revisions, and the same in another order with some of them more than once. */
    record Deliveries(List<Revision> revisions, List<Revision> shuffled) {}

    @Provide
    Arbitrary<Deliveries> deliveries() {
        Arbitrary<Long> few = Arbitraries.longs().between(0, 2);
        Arbitrary<List<Revision>> revisions = Combinators.combine(Arbitraries.of("e1", "e2"), few, few)
                .as((entry, version, created) -> new Revision("", entry, version, created))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(ConvergenceProperties::numbered);
        return revisions.flatMap(distinct -> Arbitraries.shuffle(distinct)
                .flatMap(shuffled -> Arbitraries.of(distinct)
                        .list()
                        .ofMaxSize(4)
                        .map(again -> new Deliveries(distinct, joined(again, shuffled)))));
    }

    private static List<Revision> numbered(List<Revision> unnamed) {
        List<Revision> named = new ArrayList<>();
        for (Revision revision : unnamed) {
            String id = "r" + (char) ('a' + named.size() * 5 % 8);
            named.add(new Revision(id, revision.logical(), revision.version(), revision.createdNanos()));
        }
        return named;
    }

    private static List<Revision> joined(List<Revision> first, List<Revision> then) {
        List<Revision> joined = new ArrayList<>(first);
        joined.addAll(then);
        return joined;
    }
}
