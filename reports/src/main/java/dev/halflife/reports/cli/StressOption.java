package dev.halflife.reports.cli;

import dev.halflife.sim.json.MalformedInput;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the stress tests left their records. */
final class StressOption {

    /** As seen from the top of the project, and from one of its modules, where a build starts the gate. */
    private static final Path[] USUAL = {LocalPath.of("stress/target/stress"), LocalPath.of("../stress/target/stress")};

    @Option(
            names = "--stress",
            paramLabel = "DIR",
            description =
                    "records of the stress tests, shown in the report (default: stress/target/stress, if it exists)")
    private @Nullable String directory;

    /**
     * The directory that they are in, if there is one.
     *
     * @throws MalformedInput if one was named that is none
     */
    Optional<Path> directory() {
        if (directory == null) {
            return Arrays.stream(USUAL).filter(Files::isDirectory).findFirst();
        }
        try {
            Path path = LocalPath.of(directory);
            if (Files.isDirectory(path)) {
                return Optional.of(path);
            }
        } catch (InvalidPathException e) {
            // told below
        }
        throw new MalformedInput("--stress must be a directory: " + directory);
    }
}
