package dev.halflife.model.write.arrivals;

import dev.halflife.model.Lapse;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How arrivals break N2, each by what becomes of a cursor that is seeded. What no seed explains breaks N1. */
final class SeedLapses {

    private SeedLapses() {}

    /** The cursor after a seed; as it was, where the seed takes no effect. */
    private interface Seeding {
        @Nullable
        Cursor after(@Nullable Cursor known, Cursor seed);
    }

    private static final List<Seeding> WRONG = List.of(
            (known, seed) -> known != null && seed.sequence() < known.sequence() ? seed : right(known, seed),
            (known, seed) -> known != null && seed.sequence() == known.sequence() ? known : right(known, seed),
            (known, seed) -> known == null ? null : right(known, seed),
            (known, seed) -> known == null ? seed : known,
            (known, seed) -> known == null && seed.sequence() < 0 ? null : right(known, seed),
            (known, seed) -> known == null && seed.sequence() <= 0 ? null : right(known, seed),
            (known, seed) ->
                    known == null || Long.compareUnsigned(seed.sequence(), known.sequence()) >= 0 ? seed : known,
            (known, seed) -> known == null
                    ? seed
                    : new Cursor(known.id(), taken(known, seed).sequence()),
            (known, seed) ->
                    known == null ? seed : new Cursor(taken(known, seed).id(), known.sequence()),
            (known, seed) -> known == null
                    ? seed
                    : new Cursor(seed.id(), taken(known, seed).sequence()),
            (known, seed) -> ArrivalsState.takes(known, seed) ? new Cursor(seed.id(), seed.sequence() - 1) : known,
            (known, seed) -> ArrivalsState.takes(known, seed) ? new Cursor(seed.id(), seed.sequence() + 1) : known,
            (known, seed) -> known);

    private static @Nullable Cursor right(@Nullable Cursor known, Cursor seed) {
        return ArrivalsState.takes(known, seed) ? seed : known;
    }

    private static Cursor taken(Cursor known, Cursor seed) {
        return ArrivalsState.takes(known, seed) ? seed : known;
    }

    static List<Lapse<ArrivalsState, ArrivalsOperation, ArrivalsReply>> of(ArrivalsSpec spec) {
        Lapse<ArrivalsState, ArrivalsOperation, ArrivalsReply> everywhere = Lapse.of(
                ArrivalsRule.N2,
                spec,
                (state, operation, reply) -> operation instanceof ArrivalsOperation.Seed seed
                        ? everySeeded(state, new Cursor(seed.id(), seed.sequence()), seed.namespace())
                        : null);
        return Stream.concat(WRONG.stream().map(seeding -> lapse(spec, seeding)), Stream.of(everywhere))
                .toList();
    }

    private static Lapse<ArrivalsState, ArrivalsOperation, ArrivalsReply> lapse(ArrivalsSpec spec, Seeding seeding) {
        return Lapse.of(ArrivalsRule.N2, spec, (state, operation, reply) -> {
            if (!(operation instanceof ArrivalsOperation.Seed seed)) {
                return null;
            }
            Cursor after = seeding.after(state.at(seed.namespace()), new Cursor(seed.id(), seed.sequence()));
            return after == null ? state : state.with(seed.namespace(), after);
        });
    }

    /** A seed of one namespace taken for one of all. */
    private static ArrivalsState everySeeded(ArrivalsState state, Cursor seed, String namespace) {
        ArrivalsState after = state;
        for (String each : state.namespaces()) {
            after = ArrivalsState.takes(state.at(each), seed) ? after.with(each, seed) : after;
        }
        return ArrivalsState.takes(state.at(namespace), seed) ? after.with(namespace, seed) : after;
    }
}
