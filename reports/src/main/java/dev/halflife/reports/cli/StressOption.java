package dev.halflife.reports.cli;

import dev.halflife.reports.stress.StressRecords;
import dev.halflife.sim.json.MalformedInput;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the stress tests left their records. */
final class StressOption {

    /** As seen from the top of the project, and from one of its modules, where a build starts the gate. */
    private static final Path[] USUAL = {Path.of("stress/target/stress"), Path.of("../stress/target/stress")};

    @Option(
            names = "--stress",
            paramLabel = "DIR",
            description =
                    "records of the stress tests, shown in the report (default: stress/target/stress, if it exists)")
    private @Nullable String directory;

    /** The records found. */
    StressRecords records() {
        if (directory == null) {
            for (Path usual : USUAL) {
                if (Files.isDirectory(usual)) {
                    return StressRecords.in(usual);
                }
            }
            return StressRecords.NONE;
        }
        try {
            Path path = Path.of(directory);
            if (Files.isDirectory(path)) {
                return StressRecords.in(path);
            }
        } catch (InvalidPathException e) {
            // told below
        }
        throw new MalformedInput("--stress must be a directory: " + directory);
    }
}
