package dev.halflife.reports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Results that could not be printed: the disk is full, the device takes nothing. A reader who has gone away, as {@code head}
 * does, is no such thing.
 *
 * @param why in words
 */
record Unwritten(String why) {

    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

    /** What could not be printed; empty where all was, or where nobody reads any more. */
    static Optional<Unwritten> of(Surroundings surroundings) {
        return surroundings.out() instanceof Screen screen
                ? screen.failure().filter(e -> !isClosedPipe(e)).map(e -> new Unwritten(String.valueOf(e.getMessage())))
                : Optional.empty();
    }

    private static boolean isClosedPipe(IOException e) {
        try {
            // What the system says of a closed pipe depends on its language.
            return Files.readSymbolicLink(STANDARD_OUTPUT).toString().matches(".*(pipe|socket):.*");
        } catch (IOException | UnsupportedOperationException unknown) {
            return String.valueOf(e.getMessage())
                    .toLowerCase(java.util.Locale.ROOT)
                    .contains("pipe");
        }
    }

    /** Says so, and how the process is to end. */
    int tell(Surroundings surroundings) {
        surroundings.err().println("standard output cannot be written: " + why);
        return ExitCode.USAGE;
    }
}
