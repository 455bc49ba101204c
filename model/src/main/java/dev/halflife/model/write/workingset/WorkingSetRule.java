package dev.halflife.model.write.workingset;

import dev.halflife.model.Finding;
import dev.halflife.model.Rule;

/** The rules of the working set, as in {@code model/spec/2-write-path.md}. */
public enum WorkingSetRule implements Rule {
    C1(
            "a revision is stored under its own id, where it stays unless its entry is trimmed (published: a trim removes nothing), and is its logical id's head where it is the first or newer: by version, then created, then id by code points"),
    C2("heads converge, whatever order revisions come in and how often, and never go back to an older one"),
    F12(Finding.F12.strictText());

    private final String text;

    WorkingSetRule(String text) {
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
