package dev.halflife.sim.write.arrivals;

import dev.halflife.model.write.arrivals.ArrivalsOperation;
import dev.halflife.model.write.arrivals.ArrivalsReply;
import dev.halflife.model.write.arrivals.Cursor;
import dev.halflife.sim.subject.Subject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The published arrivals: one map from namespace to its last arrival, behind one lock, which one thread does without. */
final class PublishedArrivals implements Subject<ArrivalsOperation, ArrivalsReply> {

    private final Map<String, Cursor> last = new HashMap<>();

    @Override
    public ArrivalsReply apply(ArrivalsOperation operation) {
        return operation.match(
                arrive -> arrive(arrive.namespace(), arrive.id()),
                seed -> seed(seed.namespace(), new Cursor(seed.id(), seed.sequence())),
                read -> new ArrivalsReply.Latest(last.get(read.namespace())));
    }

    private ArrivalsReply arrive(String namespace, String id) {
        Cursor previous = last.get(namespace);
        long sequence = previous == null ? 1 : oneMore(previous.sequence());
        last.put(namespace, new Cursor(id, sequence));
        return new ArrivalsReply.Arrived(previous, sequence);
    }

    private ArrivalsReply seed(String namespace, Cursor cursor) {
        @Nullable Cursor known = last.get(namespace);
        if (known == null || cursor.sequence() >= known.sequence()) {
            last.put(namespace, cursor);
        }
        return new ArrivalsReply.Seeded();
    }

    private static long oneMore(long sequence) {
        return Math.max(sequence, sequence + 1);
    }
}
