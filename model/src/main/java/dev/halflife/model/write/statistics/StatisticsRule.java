package dev.halflife.model.write.statistics;

import dev.halflife.model.Finding;
import dev.halflife.model.Rule;

/**
 * The rules of running statistics and their snapshots, as in {@code model/spec/2-write-path.md} and
 * {@code model/spec/3-findings.md}.
 */
public enum StatisticsRule implements Rule {
    W1("count, mean and M2 are those of the finite samples; a non-finite sample is ignored"),
    W2("merging equals replaying both streams of samples; merging an empty one changes nothing"),
    W3(
            "variance is M2 / (count - 1), z is (x - mean) / deviation; 1 and 0 below two samples, z 0 below a deviation of 1e-10"),
    W4("concurrent updates and merges lose no sample"),
    W5(
            "the novelty score is distance · (1 + z) within [0, 2], z taken before the sample is added; fast below the threshold, near within 0.05 of it"),
    W6(
            "a snapshot is due once per interval, to one caller, a merge counting as its samples; partitions are saved by name; a crash leaves the old one or the new one, whole; an unreadable one is reported and statistics start afresh"),
    F7(Finding.F7),
    F14(Finding.F14);

    private final String text;

    StatisticsRule(String text) {
        this.text = text;
    }

    StatisticsRule(Finding finding) {
        this.text = finding.strictText();
    }

    @Override
    public String id() {
        return name();
    }

    @Override
    public String text() {
        return text;
    }
}
