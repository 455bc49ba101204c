package dev.halflife.model.heat;

import dev.halflife.model.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done to a heat registry. Keys are lower-case hex, 16 digits (heat) or 64 (blob heat). */
public sealed interface HeatOperation extends Operation<HeatOperation> {

    /** Stands for the half-life of the policy where an operation names none of its own. */
    long POLICY_HALF_LIFE = -1;

    /** Gets or creates the counter (R1-R3). {@code halfLifeNanos}: for a new counter, or {@link #POLICY_HALF_LIFE}. */
    record Touch(long atNanos, String key, long halfLifeNanos) implements HeatOperation {
        public Touch {
            requireHalfLife(halfLifeNanos);
        }

        /** A touch with the policy's half-life. */
        public Touch(long atNanos, String key) {
            this(atNanos, key, POLICY_HALF_LIFE);
        }

        @Override
        public Touch movedTo(long nanos) {
            return new Touch(nanos, key, halfLifeNanos);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.touch(this);
        }
    }

    /** Gets or creates the counter and counts one read (D3). {@code halfLifeNanos}: as for a touch. */
    record Bump(long atNanos, String key, long halfLifeNanos) implements HeatOperation {
        public Bump {
            requireHalfLife(halfLifeNanos);
        }

        /** A bump with the policy's half-life. */
        public Bump(long atNanos, String key) {
            this(atNanos, key, POLICY_HALF_LIFE);
        }

        @Override
        public Bump movedTo(long nanos) {
            return new Bump(nanos, key, halfLifeNanos);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.bump(this);
        }
    }

    /** Decays everything and decides what to announce (T1, T4). {@code number} names this tick in later answers. */
    record Tick(long atNanos, long number) implements HeatOperation {
        @Override
        public Tick movedTo(long nanos) {
            return new Tick(nanos, number);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.tick(this);
        }
    }

    /** The sink confirmed what the tick announced (T2, T3). {@code keys}: the part confirmed, all where null. */
    record Commit(long atNanos, long tick, @Nullable List<String> keys) implements HeatOperation {
        public Commit {
            keys = keys == null ? null : List.copyOf(keys);
        }

        @Override
        public Commit movedTo(long nanos) {
            return new Commit(nanos, tick, keys);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.commit(this);
        }
    }

    /** The sink did not confirm what the tick announced (T4). {@code keys}: the part concerned, all where null. */
    record Rollback(long atNanos, long tick, @Nullable List<String> keys) implements HeatOperation {
        public Rollback {
            keys = keys == null ? null : List.copyOf(keys);
        }

        @Override
        public Rollback movedTo(long nanos) {
            return new Rollback(nanos, tick, keys);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.rollback(this);
        }
    }

    /** Drops the counter (R4). */
    record Remove(long atNanos, String key) implements HeatOperation {
        @Override
        public Remove movedTo(long nanos) {
            return new Remove(nanos, key);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.remove(this);
        }
    }

    /** Reads a counter and changes nothing (D7). */
    record Observe(long atNanos, String key) implements HeatOperation {
        @Override
        public Observe movedTo(long nanos) {
            return new Observe(nanos, key);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.observe(this);
        }
    }

    /** Counts the tracked keys. */
    record Len(long atNanos) implements HeatOperation {
        @Override
        public Len movedTo(long nanos) {
            return new Len(nanos);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.len(this);
        }
    }

    private static void requireHalfLife(long halfLifeNanos) {
        if (halfLifeNanos < POLICY_HALF_LIFE) {
            throw new IllegalArgumentException(
                    "halfLifeNanos must be within [0, 9223372036854775807]: " + halfLifeNanos);
        }
    }

    /** Calls the method for what this operation is. */
    <T> T match(Cases<T> cases);

    @Override
    default boolean readsTime() {
        return this instanceof Touch || this instanceof Bump || this instanceof Tick;
    }

    /** One method per kind of operation; a new kind does not compile until every reader answers it. */
    interface Cases<T> {
        T touch(Touch touch);

        T bump(Bump bump);

        T tick(Tick tick);

        T commit(Commit commit);

        T rollback(Rollback rollback);

        T remove(Remove remove);

        T observe(Observe observe);

        T len(Len len);
    }
}
