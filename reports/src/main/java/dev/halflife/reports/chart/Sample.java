package dev.halflife.reports.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The reference beside the exact law at one time.
 *
 * @param halfLives when, in half-lives since the first bump
 * @param exact the law, without any clamp
 * @param reference what the reference registry says
 */
record Sample(double halfLives, BigDecimal exact, double reference) {

    /** Samples from 0 to {@code untilNanos}, both included. */
    static List<Sample> every(long stepNanos, long untilNanos, List<Long> bumpsNanos, long halfLifeNanos) {
        List<Sample> samples = new ArrayList<>();
        for (long at = 0; at <= untilNanos; at += stepNanos) {
            samples.add(new Sample(
                    at / (double) halfLifeNanos,
                    ExactDecay.rate(bumpsNanos, at, halfLifeNanos),
                    ReferenceDecay.rate(bumpsNanos, at, halfLifeNanos)));
        }
        return samples;
    }

    /** How far the reference is from the law, in units of the law's last binary place. */
    double errorUlps() {
        double ulp = Math.ulp(exact.doubleValue());
        return new BigDecimal(reference).subtract(exact).abs().doubleValue() / ulp;
    }

    /** The samples as a table of comma-separated values. */
    static String csv(List<Sample> samples) {
        StringBuilder csv = new StringBuilder("half_lives,exact,reference,error_ulps\n");
        for (Sample sample : samples) {
            String error = sample.reference() == 0 ? "" : String.format(Locale.ROOT, "%.3f", sample.errorUlps());
            csv.append(String.format(
                            Locale.ROOT,
                            "%.4f,%.30e,%s,%s%n",
                            sample.halfLives(),
                            sample.exact(),
                            sample.reference(),
                            error)
                    .replace("\r\n", "\n"));
        }
        return csv.toString();
    }
}
