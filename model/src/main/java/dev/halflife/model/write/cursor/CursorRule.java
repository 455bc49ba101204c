package dev.halflife.model.write.cursor;

import dev.halflife.model.Rule;

/** The rule of the consolidation cursor, as in {@code model/spec/2-write-path.md}. */
public enum CursorRule implements Rule {
    K1("the cursor moves forward only: to a greater value, and a smaller or equal one changes nothing");

    private final String text;

    CursorRule(String text) {
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
