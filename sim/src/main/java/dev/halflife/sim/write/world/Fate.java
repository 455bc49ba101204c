package dev.halflife.sim.write.world;

import java.util.Locale;

/** What becomes of a write that is let through to the store. */
public enum Fate {
    /** Stored, with its embedding. */
    STORED("stored"),
    /** Stored; its embedding failed and must be tried again. */
    EMBEDDING_FAILS("embedding fails"),
    /** The store fails; nothing is stored. */
    FAILS("store fails"),
    /** No answer yet; one may come later, or never. */
    HANGS("store hangs");

    private final String text;

    Fate(String text) {
        this.text = text;
    }

    /** The fate in words. */
    public String text() {
        return text;
    }

    /** The name in a schedule file, such as {@code embedding-fails}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
