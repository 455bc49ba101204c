package dev.halflife.sim.exec;

import java.util.Map;
import java.util.Set;

/** How a process ended, in words. */
final class ExitStatus {

    /** Those of a process that a person has ended: by closing its terminal, by Ctrl-C, by {@code kill}. */
    private static final Set<Integer> ASKED = Set.of(129, 130, 143);

    private static final int SIGNALLED = 128;
    private static final Map<Integer, String> SIGNALS = Map.of(
            2, "SIGINT", 4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 9, "SIGKILL", 11, "SIGSEGV", 13,
            "SIGPIPE", 15, "SIGTERM");

    private ExitStatus() {}

    /** Whether a process was asked to end; so may this one have been, by the same signal. */
    static boolean isAsked(int status) {
        return ASKED.contains(status);
    }

    /** Such as {@code ended with status 139 (SIGSEGV)}. */
    static String text(int status) {
        String signal = SIGNALS.get(status - SIGNALLED);
        return "ended with status " + status + (signal == null ? "" : " (" + signal + ")");
    }
}
