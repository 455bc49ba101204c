package dev.halflife.sim.write.arrivals;

import dev.halflife.model.write.arrivals.ArrivalsOperation;
import dev.halflife.model.write.arrivals.ArrivalsReply;
import dev.halflife.model.write.arrivals.Cursor;
import dev.halflife.sim.subject.Subject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A defect: the map is a concurrent one, but it is asked twice. Right for one caller at a time. Any thread may use it. */
final class ReadThenPut implements Subject<ArrivalsOperation, ArrivalsReply> {

    private final Map<String, Cursor> last = new ConcurrentHashMap<>();

    @Override
    public ArrivalsReply apply(ArrivalsOperation operation) {
        return operation.match(
                arrive -> arrive(arrive.namespace(), arrive.id()),
                seed -> seed(seed.namespace(), new Cursor(seed.id(), seed.sequence())),
                read -> new ArrivalsReply.Latest(last.get(read.namespace())));
    }

    private ArrivalsReply arrive(String namespace, String id) {
        Cursor previous = last.get(namespace);
        long sequence = previous == null ? 1 : Math.max(previous.sequence(), previous.sequence() + 1);
        last.put(namespace, new Cursor(id, sequence));
        return new ArrivalsReply.Arrived(previous, sequence);
    }

    private ArrivalsReply seed(String namespace, Cursor cursor) {
        last.merge(namespace, cursor, (known, seed) -> seed.sequence() >= known.sequence() ? seed : known);
        return new ArrivalsReply.Seeded();
    }
}
