package dev.halflife.sim.run;

import dev.halflife.model.Rule;

/** What the harness asks of every subject, whatever its component. */
public enum SubjectRule implements Rule {
    ANSWERS("a subject answers every operation");

    private final String text;

    SubjectRule(String text) {
        this.text = text;
    }

    @Override
    public String id() {
        return "answers";
    }

    @Override
    public String text() {
        return text;
    }
}
