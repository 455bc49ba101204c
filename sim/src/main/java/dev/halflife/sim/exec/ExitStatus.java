package dev.halflife.sim.exec;

import java.util.Map;

/** How a process ended, in words. */
final class ExitStatus {

    /** That of a process that Ctrl-C has ended. */
    static final int INTERRUPTED = 130;

    private static final int SIGNALLED = 128;
    private static final Map<Integer, String> SIGNALS = Map.of(
            2, "SIGINT", 4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 9, "SIGKILL", 11, "SIGSEGV", 13,
            "SIGPIPE", 15, "SIGTERM");

    private ExitStatus() {}

    /** Such as {@code ended with status 139 (SIGSEGV)}. */
    static String text(int status) {
        String signal = SIGNALS.get(status - SIGNALLED);
        return "ended with status " + status + (signal == null ? "" : " (" + signal + ")");
    }
}
