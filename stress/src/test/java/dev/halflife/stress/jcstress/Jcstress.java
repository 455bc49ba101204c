package dev.halflife.stress.jcstress;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs {@link Rounds} in a process of its own, where nothing else runs, and reads what it has counted. */
final class Jcstress {

    private static final Path FOLDER = Path.of("target", "jcstress");

    private Jcstress() {}

    /** What these cases came to; a case that is missing has not run. */
    static List<Rounds.Counts> run(Collection<Class<?>> cases) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(FOLDER), "run")
                .toAbsolutePath();
        Path counts = folder.resolve("counts.jsonl");
        Files.createFile(counts);
        new ProcessBuilder(command(counts, cases))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start()
                .waitFor();
        return Rounds.in(counts);
    }

    private static List<String> command(Path counts, Collection<Class<?>> cases) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:-RestrictContended")); // what the actors meet at has its own line
        command.add("-Dstress.factor=" + Integer.getInteger("stress.factor", 1));
        command.addAll(List.of("-cp", classPath(), Rounds.class.getName(), counts.toString()));
        cases.forEach(part -> command.add(part.getName()));
        return command;
    }

    private static String classPath() {
        String tests = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(tests.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
