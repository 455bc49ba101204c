package dev.halflife.sim.world;

import dev.halflife.model.Operation;

/** Something that happens in the mesh. */
public sealed interface MeshOperation extends Operation<MeshOperation> {

    /** A reader reads a key: one bump. Each reader has a clock of its own, which may lag behind. */
    record Read(long atNanos, int reader, String key) implements MeshOperation {
        @Override
        public Read movedTo(long nanos) {
            return new Read(nanos, reader, key);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.read(this);
        }
    }

    /** A key is removed from the registry. */
    record Remove(long atNanos, String key) implements MeshOperation {
        @Override
        public Remove movedTo(long nanos) {
            return new Remove(nanos, key);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.remove(this);
        }
    }

    /**
     * A driver does a round (S1). {@code number} names it: answers refer to it, and it is the number of its tick.
     * {@code fate} is what becomes of its batch, if there is one.
     */
    record Round(long atNanos, int driver, long number, Fate fate) implements MeshOperation {
        @Override
        public Round movedTo(long nanos) {
            return new Round(nanos, driver, number, fate);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.round(this);
        }
    }

    /** The peers apply a batch that hangs; the sink has not told the driver yet. */
    record Apply(long atNanos, long round) implements MeshOperation {
        @Override
        public Apply movedTo(long nanos) {
            return new Apply(nanos, round);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.apply(this);
        }
    }

    /** The sink answers a batch that hangs. Confirming one that was not applied yet applies it. */
    record Answer(long atNanos, long round, boolean confirmed) implements MeshOperation {
        @Override
        public Answer movedTo(long nanos) {
            return new Answer(nanos, round, confirmed);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.answer(this);
        }
    }

    /**
     * After reads have stopped, every fault has healed and enough rounds went by: nothing is left (S5). Makes sense only
     * there.
     */
    record Settled(long atNanos) implements MeshOperation {
        @Override
        public Settled movedTo(long nanos) {
            return new Settled(nanos);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.settled(this);
        }
    }

    /** Calls the method for what this operation is. */
    <T> T match(Cases<T> cases);

    @Override
    default boolean readsTime() {
        return this instanceof Read || this instanceof Round;
    }

    /** One method per kind of operation. */
    interface Cases<T> {
        T read(Read read);

        T remove(Remove remove);

        T round(Round round);

        T apply(Apply apply);

        T answer(Answer answer);

        T settled(Settled settled);
    }
}
