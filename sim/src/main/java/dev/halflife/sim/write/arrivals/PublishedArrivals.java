package dev.halflife.sim.write.arrivals;

import dev.halflife.model.write.arrivals.ArrivalsOperation;
import dev.halflife.model.write.arrivals.ArrivalsReply;
import dev.halflife.model.write.arrivals.Cursor;
import dev.halflife.sim.subject.Subject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The published arrivals: one map from namespace to its last arrival, behind one lock, which one thread does without. Meets
 * the strict contract too, and so is what defects are defective about: a method per step.
 */
class PublishedArrivals implements Subject<ArrivalsOperation, ArrivalsReply> {

    final Map<String, Cursor> last = new HashMap<>();

    @Override
    public ArrivalsReply apply(ArrivalsOperation operation) {
        return operation.match(
                arrive -> arrive(arrive.namespace(), arrive.id()),
                seed -> seed(seed.namespace(), new Cursor(seed.id(), seed.sequence())),
                read -> new ArrivalsReply.Latest(last.get(read.namespace())));
    }

    ArrivalsReply arrive(String namespace, String id) {
        Cursor previous = last.get(namespace);
        long sequence = previous == null ? first() : oneMore(previous.sequence());
        last.put(namespace, new Cursor(id, sequence));
        return new ArrivalsReply.Arrived(previous, sequence);
    }

    long first() {
        return 1;
    }

    long oneMore(long sequence) {
        return Math.max(sequence, sequence + 1);
    }

    ArrivalsReply seed(String namespace, Cursor cursor) {
        if (takes(last.get(namespace), cursor)) {
            last.put(namespace, cursor);
        }
        return new ArrivalsReply.Seeded();
    }

    boolean takes(@Nullable Cursor known, Cursor seed) {
        return known == null || seed.sequence() >= known.sequence();
    }
}
