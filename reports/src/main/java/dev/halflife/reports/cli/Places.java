package dev.halflife.reports.cli;

import dev.halflife.reports.text.Commands;
import dev.halflife.sim.json.Printable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * How paths are told to a person: as they can be pasted where that person stands. That is the directory of the shell,
 * which a build tool that starts this process elsewhere leaves in {@code PWD}.
 *
 * @param here where the person stands, absolute
 * @param workingDirectory where relative paths begin, absolute
 * @param jar what runs, as it is told
 */
record Places(Path here, Path workingDirectory, String jar) {

    private static final String USUAL_JAR = "reports/target/halflife.jar";

    /** The process's own. */
    static Places ofProcess() {
        Path workingDirectory = LocalPath.of("").toAbsolutePath().normalize();
        Path here = shell(workingDirectory);
        Places places = new Places(workingDirectory.startsWith(here) ? here : workingDirectory, workingDirectory, "");
        String classPath = System.getProperty("java.class.path", "");
        String jar = classPath.endsWith(".jar") && !classPath.contains(java.io.File.pathSeparator)
                ? places.path(Path.of(classPath))
                : USUAL_JAR;
        return new Places(places.here, workingDirectory, jar);
    }

    private static Path shell(Path otherwise) {
        String shell = System.getenv("PWD");
        try {
            return shell == null
                    ? otherwise
                    : LocalPath.of(shell).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            return otherwise;
        }
    }

    /** This path as it is printed, in one line whatever its name. */
    String told(Path path) {
        return Printable.inOneLine(path(path));
    }

    /** This path, relative where it lies below where the person stands. */
    String path(Path path) {
        Path absolute = workingDirectory.resolve(path).normalize();
        String told = (absolute.startsWith(here) ? here.relativize(absolute) : absolute).toString();
        return told.isEmpty() ? "." : told;
    }

    /** A line to paste that runs this command. */
    String command(String arguments) {
        return "java -jar " + Commands.quoted(jar) + " " + arguments;
    }

    /** A line to paste that replays this file, which a run of this subject has left. */
    String replay(Path file, String subject) {
        return command("replay " + Commands.quoted(path(file)) + Commands.subject(subject));
    }
}
