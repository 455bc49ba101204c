package dev.halflife.model.write.statistics;

import static dev.halflife.model.write.statistics.StatisticsRule.W1;
import static dev.halflife.model.write.statistics.StatisticsRule.W2;
import static dev.halflife.model.write.statistics.StatisticsRule.W3;
import static dev.halflife.model.write.statistics.StatisticsRule.W5;
import static dev.halflife.model.write.statistics.StatisticsRule.W6;

import dev.halflife.model.write.statistics.Moments.Latest;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;

/**
 * A way of breaking one rule of arithmetic and no other, for blame: the most specific first. All but the last two go
 * wrong in one way, whenever there is occasion to; those two allow any numbers where one rule alone can be blamed.
 */
enum Slip {
    VARIANCE_OVER_COUNT(W3) {
        @Override
        ZScores zScores(ZScores right, Moments moments) {
            return moments.count() < 2 ? right : right.times(Math.sqrt(moments.count() / (moments.count() - 1.0)));
        }
    },
    DIVIDED_BY_VARIANCE(W3) {
        @Override
        ZScores zScores(ZScores right, Moments moments) {
            return moments.count() < 2 ? right : right.times(Math.sqrt((moments.count() - 1.0) / moments.m2()));
        }
    },
    SIGN_LOST(W3) {
        @Override
        ZScores zScores(ZScores right, Moments moments) {
            Interval quotient = right.quotient();
            return quotient != null && quotient.most() < 0 ? right.times(-1) : right;
        }
    },
    Z_LEFT_OUT(W5) {
        @Override
        ZScores zScoresOfScore(ZScores right, Moments moments) {
            return new ZScores(true, null);
        }
    },
    SCORE_HELD_TO_ONE(W5) {
        @Override
        Interval scores(Interval right) {
            return right.clamped(0, 1);
        }
    },
    NON_FINITE_ADDED(W1) {
        @Override
        Moments ignored(Moments moments, double sample) {
            return told(moments, moments.count() + 1, moments.mean(), moments.m2())
                    .lately(Latest.POISONED);
        }
    },
    INFINITE_ADDED(W1) {
        @Override
        Moments ignored(Moments moments, double sample) {
            return Double.isNaN(sample) ? moments : NON_FINITE_ADDED.ignored(moments, sample);
        }
    },
    NON_FINITE_COUNTED(W1) {
        @Override
        Moments ignored(Moments moments, double sample) {
            return told(moments, moments.count() + 1, moments.mean(), moments.m2());
        }
    },
    OLD_DISTANCE_SQUARED(W1) {
        @Override
        Moments updated(Moments moments, double sample, double blur) {
            return spread(moments, sample, blur, sample - moments.mean());
        }
    },
    NEW_DISTANCE_SQUARED(W1) {
        @Override
        Moments updated(Moments moments, double sample, double blur) {
            return spread(
                    moments, sample, blur, sample - moments.with(sample, blur).mean());
        }
    },
    SCORE_NOT_ADDED(W1) {
        @Override
        Moments scored(Moments moments, double distance, double blur, double score) {
            return moments;
        }
    },
    SCORE_ADDED_FOR_DISTANCE(W1) {
        @Override
        Moments scored(Moments moments, double distance, double blur, double score) {
            return Double.isFinite(score) ? moments.with(score, 0) : moments;
        }
    },
    NOT_RESTORED(W1) {
        @Override
        PersistentMap<String, Moments> restored(PersistentMap<String, Moments> partitions) {
            return ExtensionsKt.persistentHashMapOf();
        }
    },
    RESTORED_TWICE(W1) {
        @Override
        PersistentMap<String, Moments> restored(PersistentMap<String, Moments> partitions) {
            PersistentMap<String, Moments> twice = partitions;
            for (var entry : partitions.entrySet()) {
                twice = twice.putting(
                        entry.getKey(),
                        entry.getValue().merge(entry.getValue().summary()).lately(Latest.NONE));
            }
            return twice;
        }
    },
    EMPTY_MERGE_DIVIDES_BY_ZERO(W2) {
        @Override
        Moments merged(Moments moments, Summary more) {
            boolean both = moments.count() == 0 && more.count() == 0;
            return both ? moments.lately(Latest.POISONED) : super.merged(moments, more);
        }
    },
    MERGE_IGNORED(W2) {
        @Override
        Moments merged(Moments moments, Summary more) {
            return moments;
        }
    },
    MERGE_INTO_NONE_IGNORED(W2) {
        @Override
        Moments merged(Moments moments, Summary more) {
            return moments.count() == 0 ? moments : super.merged(moments, more);
        }
    },
    MERGE_REPLACES(W2) {
        @Override
        Moments merged(Moments moments, Summary more) {
            return more.count() == 0 ? moments : super.merged(Moments.EMPTY, more);
        }
    },
    MERGED_AS_ONE_SAMPLE(W2) {
        @Override
        Moments merged(Moments moments, Summary more) {
            return more.count() == 0 ? moments : moments.with(more.mean(), 0).lately(Latest.MERGED);
        }
    },
    NOTHING_BETWEEN_MEANS(W2) {
        @Override
        Moments merged(Moments moments, Summary more) {
            Moments right = super.merged(moments, more);
            return told(right, right.count(), right.mean(), moments.m2() + more.m2());
        }
    },
    MEANS_WEIGHED_THE_WRONG_WAY(W2) {
        @Override
        Moments merged(Moments moments, Summary more) {
            Moments right = super.merged(moments, more);
            boolean both = moments.count() > 0 && more.count() > 0;
            double share = (double) more.count() / right.count();
            double mean = moments.mean() * share + more.mean() * (1 - share);
            return both ? told(right, right.count(), mean, right.m2()) : right;
        }
    },
    MEANS_AVERAGED(W2) {
        @Override
        Moments merged(Moments moments, Summary more) {
            Moments right = super.merged(moments, more);
            boolean both = moments.count() > 0 && more.count() > 0;
            return both ? told(right, right.count(), moments.mean() / 2 + more.mean() / 2, right.m2()) : right;
        }
    },
    SAVED_IN_SINGLE_PRECISION(W6) {
        @Override
        boolean allowsStored(Moments moments, Summary told) {
            return told.count() == moments.count()
                    && isSingle(moments.mean(), told.mean())
                    && isSingle(moments.m2(), told.m2());
        }
    },
    UPDATED(W1) {
        @Override
        Moments ignored(Moments moments, double sample) {
            return moments.lately(Latest.UPDATED);
        }

        @Override
        boolean allows(Moments moments, Summary told) {
            return moments.latest() == Latest.UPDATED;
        }

        @Override
        boolean allowsStored(Moments moments, Summary told) {
            return allows(moments, told) && (told.count() == moments.count() || told.count() == (int) moments.count());
        }
    },
    MERGED(W2) {
        @Override
        boolean allows(Moments moments, Summary told) {
            return moments.latest() == Latest.MERGED;
        }

        @Override
        boolean allowsStored(Moments moments, Summary told) {
            return allows(moments, told) && (told.count() == moments.count() || told.count() == (int) moments.count());
        }
    };

    /** How near a number in single precision is to the same in double. */
    private static final double SINGLE = 0x1p-23;

    final StatisticsRule rule;

    Slip(StatisticsRule rule) {
        this.rule = rule;
    }

    /** Whether this goes wrong in one way only. */
    boolean isExact() {
        return compareTo(UPDATED) < 0;
    }

    /** A population once a sample that is not finite has come. */
    Moments ignored(Moments moments, double sample) {
        return moments;
    }

    /** A population with one more sample. */
    Moments updated(Moments moments, double sample, double blur) {
        return moments.with(sample, blur);
    }

    /** A population with the samples that a summary stands for. */
    Moments merged(Moments moments, Summary more) {
        return moments.merge(more).askedToMerge();
    }

    /** A population once a score of so much was taken of so great a distance. */
    Moments scored(Moments moments, double distance, double blur, double score) {
        return updated(moments, distance, blur);
    }

    /** What a z-score may come to. */
    ZScores zScores(ZScores right, Moments moments) {
        return right;
    }

    /** The same of one that a score is made of. */
    ZScores zScoresOfScore(ZScores right, Moments moments) {
        return zScores(right, moments);
    }

    /** What a score may come to. */
    Interval scores(Interval right) {
        return right;
    }

    /** What is in memory after those partitions were found. */
    PersistentMap<String, Moments> restored(PersistentMap<String, Moments> partitions) {
        return partitions;
    }

    /** Whether a population may be told so all the same. */
    boolean allows(Moments moments, Summary told) {
        return moments.latest() == Latest.POISONED && !(Double.isFinite(told.mean()) && Double.isFinite(told.m2()));
    }

    /** Whether it may be found so in a snapshot; with as many samples, or it is another snapshot. */
    boolean allowsStored(Moments moments, Summary told) {
        return allows(moments, told);
    }

    private static boolean isSingle(double exact, double told) {
        return Math.abs(told - exact) <= SINGLE * Math.abs(exact) + Float.MIN_VALUE;
    }

    private static Moments spread(Moments moments, double sample, double blur, double distance) {
        Moments right = moments.with(sample, blur);
        return told(right, right.count(), right.mean(), moments.m2() + distance * distance);
    }

    /** So many samples with this mean and M2 in their place; the same where no double reaches. */
    private static Moments told(Moments right, long count, double mean, double m2) {
        if (!Double.isFinite(mean) || !Double.isFinite(m2)) {
            return right;
        }
        Moments told = Moments.of(new Summary(count, mean, m2));
        return new Moments(
                told.count(),
                told.sum(),
                told.squares(),
                right.steps() + 1,
                right.magnitude(),
                right.blur(),
                right.merged(),
                right.latest());
    }
}
