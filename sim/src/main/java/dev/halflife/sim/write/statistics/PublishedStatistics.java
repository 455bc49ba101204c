package dev.halflife.sim.write.statistics;

/** Welford's mean and M2 as published, in doubles, with Chan's merge; overflow and all. Not thread-safe. */
final class PublishedStatistics {

    private static final double LEAST_DEVIATION = 1e-10;

    private long count;
    private double mean;
    private double m2;

    PublishedStatistics() {}

    PublishedStatistics(long count, double mean, double m2) {
        this.count = count;
        this.mean = mean;
        this.m2 = m2;
    }

    void update(double sample) {
        if (!Double.isFinite(sample)) {
            return;
        }
        count++;
        double fromOld = sample - mean;
        mean += fromOld / count;
        double fromNew = sample - mean;
        m2 += fromOld * fromNew;
    }

    void merge(long itsCount, double itsMean, double itsM2) {
        if (itsCount == 0) {
            return;
        }
        if (count == 0) {
            count = itsCount;
            mean = itsMean;
            m2 = itsM2;
            return;
        }
        long both = count + itsCount;
        double apart = itsMean - mean;
        mean += apart * ((double) itsCount / both);
        m2 += itsM2 + apart * apart * ((double) count * itsCount / both);
        count = both;
    }

    double variance() {
        return count < 2 ? 1 : m2 / (count - 1);
    }

    double zScore(double value) {
        if (count < 2) {
            return 0;
        }
        double deviation = Math.sqrt(variance());
        return deviation < LEAST_DEVIATION ? 0 : (value - mean) / deviation;
    }

    long count() {
        return count;
    }

    double mean() {
        return mean;
    }

    double m2() {
        return m2;
    }
}
