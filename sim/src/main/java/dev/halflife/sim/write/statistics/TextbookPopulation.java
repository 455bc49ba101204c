package dev.halflife.sim.write.statistics;

import dev.halflife.model.write.statistics.Summary;

/** Welford's mean and M2, and Chan's merge, a method per term, none of which overflows into what is no number (F14). */
class TextbookPopulation {

    long count;
    double mean;
    double m2;

    /** Takes the place of what was summarised here. */
    final void set(Summary summary) {
        count = summary.count();
        mean = summary.mean();
        m2 = summary.m2();
    }

    final Summary summary() {
        return new Summary(count, mean, m2);
    }

    /** Adds a sample (W1). */
    void add(double sample) {
        if (ignores(sample)) {
            return;
        }
        count++;
        double before = mean;
        mean = moved(sample);
        m2 = finite(m2 + spread(sample, before, mean));
    }

    boolean ignores(double sample) {
        return !Double.isFinite(sample);
    }

    /** The mean with one more sample, which is counted already. */
    double moved(double sample) {
        double apart = sample - mean;
        return Double.isFinite(apart)
                ? mean + apart / count
                : mean * ((count - 1.0) / count) + sample / count; // too far apart to subtract
    }

    /** What a sample adds to M2. */
    double spread(double sample, double meanBefore, double meanAfter) {
        return (sample - meanBefore) * (sample - meanAfter);
    }

    /** Adds the samples of another population (W2). */
    void merge(Summary more) {
        if (more.count() == 0) {
            return;
        }
        if (count == 0) {
            set(more);
            return;
        }
        long both = count + more.count();
        double between = between(more, both);
        mean = mean(more, both);
        m2 = finite(m2 + more.m2() + between);
        count = both;
    }

    /** The mean of both. */
    double mean(Summary more, long both) {
        double apart = more.mean() - mean;
        double share = (double) more.count() / both;
        return Double.isFinite(apart) ? mean + apart * share : mean * ((double) count / both) + more.mean() * share;
    }

    /** What the distance of the means adds to M2. */
    double between(Summary more, long both) {
        double apart = more.mean() - mean;
        return apart * (count * ((double) more.count() / both)) * apart;
    }

    /** 1 below two samples (W3). */
    double variance() {
        return count < 2 ? 1 : m2 / (count - 1);
    }

    /** 0 where there is no deviation to speak of (W3). */
    double z(double value) {
        double deviation = Math.sqrt(variance());
        if (count < 2 || deviation < 1e-10) {
            return 0;
        }
        double apart = value - mean;
        return finite(Double.isFinite(apart) ? apart / deviation : value / deviation - mean / deviation);
    }

    double finite(double value) {
        return Math.max(-Double.MAX_VALUE, Math.min(value, Double.MAX_VALUE));
    }
}
