package dev.halflife.reports.junit;

/**
 * A test case.
 *
 * @param name stable from run to run
 * @param outcome what it came to
 */
record Case(String name, Outcome outcome) {

    /** What a case came to. */
    sealed interface Outcome {}

    /** It held. */
    record Passed() implements Outcome {}

    /** It failed: in a sentence, and in full. */
    record Failed(String message, String text) implements Outcome {}

    /** Nobody can tell, and why. */
    record Skipped(String reason) implements Outcome {}

    boolean failed() {
        return outcome instanceof Failed;
    }

    boolean skipped() {
        return outcome instanceof Skipped;
    }
}
