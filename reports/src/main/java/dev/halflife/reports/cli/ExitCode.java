package dev.halflife.reports.cli;

/** How the process ends; the same for every command. */
final class ExitCode {

    static final int HOLDS = 0;
    static final int VIOLATED = 1;
    static final int USAGE = 2;
    static final int UNDECIDED = 3;
    static final int BUG = 70;

    private ExitCode() {}

    /** The status of a record's verdict. */
    static int of(String verdict) {
        return switch (verdict) {
            case "holds" -> HOLDS;
            case "undecided" -> UNDECIDED;
            default -> VIOLATED;
        };
    }

    /** Of two results of one command the one to end with: unreadable input before a violation before an open question. */
    static int worse(int one, int other) {
        return severity(one) >= severity(other) ? one : other;
    }

    private static int severity(int status) {
        return switch (status) {
            case HOLDS -> 0;
            case UNDECIDED -> 1;
            case VIOLATED -> 2;
            default -> status == USAGE ? 3 : 4;
        };
    }
}
