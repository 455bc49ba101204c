package dev.halflife.sim.write.arrivals;

import dev.halflife.model.write.arrivals.ArrivalsOperation;
import dev.halflife.model.write.arrivals.ArrivalsReply;
import dev.halflife.model.write.arrivals.ArrivalsState;
import dev.halflife.model.write.arrivals.Cursor;
import dev.halflife.sim.component.NoConfig;
import dev.halflife.sim.component.Situation;
import java.util.List;
import java.util.Optional;

/** What a campaign of arrivals must have met. */
final class ArrivalsSituations {

    static final List<Situation<NoConfig, ArrivalsState, ArrivalsOperation, ArrivalsReply>> ALL = List.of(
            arrival("first", "the first arrival of a namespace", (known, id) -> known.isEmpty()),
            arrival("linked", "an arrival after another", (known, id) -> sequence(known) > 0),
            arrival("same-id", "the same id twice in a row", (known, id) -> is(known, id)),
            arrival(
                    "saturated",
                    "an arrival at the end of the range",
                    (known, id) -> known.isPresent() && sequence(known) == Long.MAX_VALUE),
            arrival(
                    "from-negative",
                    "an arrival after a negative sequence",
                    (known, id) -> known.isPresent() && sequence(known) < 0),
            seed("seed-first", "a seed of a namespace without a cursor", (known, sequence) -> known.isEmpty()),
            seed(
                    "seed-ahead",
                    "a seed ahead of the cursor",
                    (known, sequence) -> known.isPresent() && sequence > sequence(known)),
            seed(
                    "seed-equal",
                    "a seed with the cursor's sequence",
                    (known, sequence) -> known.isPresent() && sequence == sequence(known)),
            seed(
                    "seed-behind",
                    "a seed behind the cursor",
                    (known, sequence) -> known.isPresent() && sequence < sequence(known)),
            new Situation<>(
                    "interleaved",
                    "an arrival in one namespace while another has a cursor",
                    (config, before, operation, reply, after) -> operation instanceof ArrivalsOperation.Arrive arrive
                            && before.cursor(arrive.namespace()).isPresent()
                            && before.size() > 1));

    private ArrivalsSituations() {}

    private interface Arriving {
        boolean met(Optional<Cursor> known, String id);
    }

    private interface Seeding {
        boolean met(Optional<Cursor> known, long sequence);
    }

    private static long sequence(Optional<Cursor> cursor) {
        return cursor.map(Cursor::sequence).orElse(0L);
    }

    private static boolean is(Optional<Cursor> cursor, String id) {
        return cursor.isPresent() && cursor.get().id().equals(id);
    }

    private static Situation<NoConfig, ArrivalsState, ArrivalsOperation, ArrivalsReply> arrival(
            String id, String text, Arriving arriving) {
        return new Situation<>(
                id,
                text,
                (config, before, operation, reply, after) -> operation instanceof ArrivalsOperation.Arrive arrive
                        && arriving.met(before.cursor(arrive.namespace()), arrive.id()));
    }

    private static Situation<NoConfig, ArrivalsState, ArrivalsOperation, ArrivalsReply> seed(
            String id, String text, Seeding seeding) {
        return new Situation<>(
                id,
                text,
                (config, before, operation, reply, after) -> operation instanceof ArrivalsOperation.Seed seed
                        && seeding.met(before.cursor(seed.namespace()), seed.sequence()));
    }
}
