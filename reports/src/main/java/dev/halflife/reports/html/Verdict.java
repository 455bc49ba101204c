package dev.halflife.reports.html;

/** Verdicts as a reader sees them: never by colour alone. */
final class Verdict {

    private Verdict() {}

    /** A sign for a verdict. */
    static String sign(String verdict) {
        return switch (verdict) {
            case "holds" -> "✓";
            case "undecided" -> "?";
            default -> "✗";
        };
    }
}
