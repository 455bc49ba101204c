package dev.halflife.model.write.arrivals;

import dev.halflife.model.Operation;
import java.util.function.Function;

/** What is done to arrivals. Namespaces and ids are any texts; an id may arrive more than once. */
public sealed interface ArrivalsOperation extends Operation<ArrivalsOperation> {

    /** Something arrives in a namespace (N1). */
    record Arrive(long atNanos, String namespace, String id) implements ArrivalsOperation {
        @Override
        public Arrive movedTo(long nanos) {
            return new Arrive(nanos, namespace, id);
        }

        @Override
        public <T> T match(Function<Arrive, T> arrive, Function<Seed, T> seed, Function<Last, T> last) {
            return arrive.apply(this);
        }
    }

    /** Sets a namespace's cursor to what storage knows (N2). Any sequence is ordinary, negative ones too. */
    record Seed(long atNanos, String namespace, String id, long sequence) implements ArrivalsOperation {
        @Override
        public Seed movedTo(long nanos) {
            return new Seed(nanos, namespace, id, sequence);
        }

        @Override
        public <T> T match(Function<Arrive, T> arrive, Function<Seed, T> seed, Function<Last, T> last) {
            return seed.apply(this);
        }
    }

    /** Reads a namespace's cursor. */
    record Last(long atNanos, String namespace) implements ArrivalsOperation {
        @Override
        public Last movedTo(long nanos) {
            return new Last(nanos, namespace);
        }

        @Override
        public <T> T match(Function<Arrive, T> arrive, Function<Seed, T> seed, Function<Last, T> last) {
            return last.apply(this);
        }
    }

    /** The namespace concerned. */
    String namespace();

    /** Calls the function for what this operation is. */
    <T> T match(Function<Arrive, T> arrive, Function<Seed, T> seed, Function<Last, T> last);

    @Override
    default boolean readsTime() {
        return false;
    }
}
