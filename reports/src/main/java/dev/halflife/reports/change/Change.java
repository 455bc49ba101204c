package dev.halflife.reports.change;

import java.util.List;

/**
 * One thing that is not as it was.
 *
 * @param kind whether that is worse or better
 * @param where the component; empty for the whole run
 * @param text in a sentence without a full stop
 */
public record Change(Kind kind, String where, String text) {

    /** What a reader makes of a change; in the order of reports. */
    public enum Kind {
        /** Something held and no longer does, or was put to the test and no longer is. */
        WORSE("worse"),
        /** Different, and neither worse nor better by itself. */
        OTHER("changed"),
        /** The reverse of worse. */
        BETTER("better");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** In a word. */
        public String word() {
            return word;
        }
    }

    static Change other(String where, String text) {
        return new Change(Kind.OTHER, where, text);
    }

    /** With its place in front: {@code heat-registry: breaks T4}. */
    public String sentence() {
        return where.isEmpty() ? text : where + ": " + text;
    }

    /** Those of a kind. */
    public static List<Change> only(Kind kind, List<Change> changes) {
        return changes.stream().filter(change -> change.kind() == kind).toList();
    }
}
