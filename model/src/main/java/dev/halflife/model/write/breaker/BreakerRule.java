package dev.halflife.model.write.breaker;

import dev.halflife.model.Finding;
import dev.halflife.model.Rule;

/** The rules of a circuit breaker, as in {@code model/spec/2-write-path.md} and {@code model/spec/3-findings.md}. */
public enum BreakerRule implements Rule {
    B1("so many failures in a row open a partition for the open time; a success closes it and clears the failures"),
    B2("open means before the end of the open time; then a probe is let through, and its failure opens again"),
    B3(
            "a failure never shortens the time a partition stays open, one stamped before the opening it meets counts as if stamped at it, and none touches another partition"),
    F8(Finding.F8.strictText());

    private final String text;

    BreakerRule(String text) {
        this.text = text;
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
