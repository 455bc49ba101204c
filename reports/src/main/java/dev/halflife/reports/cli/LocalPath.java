package dev.halflife.reports.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Paths as they were typed. Where the locale's charset has no name for the folder that the process stands in (a letter
 * beyond ASCII under {@code LC_ALL=C}), the JVM looks for relative paths in a folder that is not there; they then go by way
 * of the kernel's own name for it.
 */
final class LocalPath {

    private static final String HERE = "/proc/self/cwd";

    private static final boolean NAMEABLE = nameable(System.getProperty("user.dir", ""));

    private LocalPath() {}

    /**
     * The path of that name.
     *
     * @throws InvalidPathException if there can be none
     */
    static Path of(String name) {
        return NAMEABLE ? Path.of(name) : Path.of(HERE).resolve(name);
    }

    private static boolean nameable(String directory) {
        try {
            return Path.of(directory).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
