package dev.halflife.model.write.arrivals;

import dev.halflife.model.Rule;

/** The rules of arrivals, as in {@code model/spec/2-write-path.md}. */
public enum ArrivalsRule implements Rule {
    N1("an arrival links to the one before it in its namespace, with the next sequence; the first has none and is 1"),
    N2("a seed takes effect where there is no cursor or its sequence is not below the cursor's");

    private final String text;

    ArrivalsRule(String text) {
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
