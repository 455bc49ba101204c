package dev.halflife.model.write.statistics;

import dev.halflife.model.NumberText;
import dev.halflife.model.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What is done to running statistics, to the writers of their snapshots, and to the machine they run on. A partition is
 * told by one readable text, {@code realm/namespace/model/layer}. None of it reads the time.
 */
public sealed interface StatisticsOperation extends Operation<StatisticsOperation> {

    /** The most samples one summary may stand for: room for a million merges before a count overflows. */
    long MOST_MERGED = 1L << 43;

    /** One more sample (W1); any double. */
    record Update(long atNanos, String partition, double sample) implements StatisticsOperation {
        @Override
        public Update movedTo(long nanos) {
            return new Update(nanos, partition, sample);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.update(this);
        }
    }

    /** The samples of another population (W2). */
    record Merge(long atNanos, String partition, Summary more) implements StatisticsOperation {
        public Merge {
            if (more.count() < 0 || more.count() > MOST_MERGED) {
                throw new IllegalArgumentException("count must be within [0, " + MOST_MERGED + "]: " + more.count());
            }
            requireFinite("mean", more.mean());
            requireFinite("m2", more.m2());
            if (more.m2() < 0) {
                throw new IllegalArgumentException("m2 must be at least 0: " + NumberText.of(more.m2()));
            }
        }

        @Override
        public Merge movedTo(long nanos) {
            return new Merge(nanos, partition, more);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.merge(this);
        }
    }

    /** Reads count, mean, M2 and variance; changes nothing. */
    record Read(long atNanos, String partition) implements StatisticsOperation {
        @Override
        public Read movedTo(long nanos) {
            return new Read(nanos, partition);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.read(this);
        }
    }

    /** The z-score of a value (W3), which must be finite; changes nothing. */
    record ZScore(long atNanos, String partition, double value) implements StatisticsOperation {
        public ZScore {
            requireFinite("value", value);
        }

        @Override
        public ZScore movedTo(long nanos) {
            return new ZScore(nanos, partition, value);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.zScore(this);
        }
    }

    /** Scores a write by its greatest similarity, and adds its distance as a sample (W5). Both numbers are finite. */
    record Score(long atNanos, String partition, float maxSimilarity, float threshold) implements StatisticsOperation {
        public Score {
            requireFinite("maxSimilarity", maxSimilarity);
            requireFinite("threshold", threshold);
        }

        @Override
        public Score movedTo(long nanos) {
            return new Score(nanos, partition, maxSimilarity, threshold);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.score(this);
        }
    }

    /** Asks whether a snapshot is due; who is told so has claimed it (W6). */
    record Due(long atNanos) implements StatisticsOperation {
        @Override
        public Due movedTo(long nanos) {
            return new Due(nanos);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.due(this);
        }
    }

    /** A writer begins to save what the statistics are now; nothing is written yet. Writers are numbered from 1. */
    record Begin(long atNanos, int writer) implements StatisticsOperation {
        public Begin {
            requireWriter(writer);
        }

        @Override
        public Begin movedTo(long nanos) {
            return new Begin(nanos, writer);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.begin(this);
        }
    }

    /** A writer takes its next step on the disk. */
    record Step(long atNanos, int writer) implements StatisticsOperation {
        public Step {
            requireWriter(writer);
        }

        @Override
        public Step movedTo(long nanos) {
            return new Step(nanos, writer);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.step(this);
        }
    }

    /** Something else cuts the snapshot file off after so much of it, short of its end, and that is on disk. */
    record Damage(long atNanos, int keptPerMille) implements StatisticsOperation {
        public Damage {
            if (keptPerMille < 0 || keptPerMille > 999) {
                throw new IllegalArgumentException("keptPerMille must be within [0, 999]: " + keptPerMille);
            }
        }

        @Override
        public Damage movedTo(long nanos) {
            return new Damage(nanos, keptPerMille);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.damage(this);
        }
    }

    /** The process is killed, the machine loses power too where {@code power} says so, and a new process loads. */
    record Restart(long atNanos, @Nullable PowerLoss power) implements StatisticsOperation {
        @Override
        public Restart movedTo(long nanos) {
            return new Restart(nanos, power);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.restart(this);
        }
    }

    private static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite: " + NumberText.of(value));
        }
    }

    private static void requireWriter(int writer) {
        if (writer < 1) {
            throw new IllegalArgumentException("writer must be at least 1: " + writer);
        }
    }

    /** Calls the method for what this operation is. */
    <T> T match(Cases<T> cases);

    @Override
    default boolean readsTime() {
        return false;
    }

    /** One method per kind of operation; a new kind does not compile until every reader answers it. */
    interface Cases<T> {
        T update(Update update);

        T merge(Merge merge);

        T read(Read read);

        T zScore(ZScore zScore);

        T score(Score score);

        T due(Due due);

        T begin(Begin begin);

        T step(Step step);

        T damage(Damage damage);

        T restart(Restart restart);
    }
}
