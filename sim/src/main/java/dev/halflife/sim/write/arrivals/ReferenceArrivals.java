package dev.halflife.sim.write.arrivals;

import dev.halflife.impl.write.Arrival;
import dev.halflife.impl.write.Arrivals;
import dev.halflife.model.write.arrivals.ArrivalsOperation;
import dev.halflife.model.write.arrivals.ArrivalsReply;
import dev.halflife.model.write.arrivals.Cursor;
import dev.halflife.sim.subject.Subject;
import org.jspecify.annotations.Nullable;

/** The reference arrivals as a subject. */
final class ReferenceArrivals implements Subject<ArrivalsOperation, ArrivalsReply> {

    private final Arrivals<String, String> arrivals = new Arrivals<>();

    @Override
    public ArrivalsReply apply(ArrivalsOperation operation) {
        return operation.match(
                arrive -> arrived(arrivals.record(arrive.namespace(), arrive.id())), this::seed, this::last);
    }

    private static ArrivalsReply arrived(Arrival<String> arrival) {
        String previous = arrival.previous();
        @Nullable Cursor cursor = previous == null ? null : new Cursor(previous, arrival.previousSequence());
        return new ArrivalsReply.Arrived(cursor, arrival.sequence());
    }

    private ArrivalsReply seed(ArrivalsOperation.Seed seed) {
        arrivals.seed(seed.namespace(), seed.id(), seed.sequence());
        return new ArrivalsReply.Seeded();
    }

    private ArrivalsReply last(ArrivalsOperation.Last last) {
        return new ArrivalsReply.Latest(arrivals.last(last.namespace())
                .map(cursor -> new Cursor(cursor.id(), cursor.sequence()))
                .orElse(null));
    }
}
