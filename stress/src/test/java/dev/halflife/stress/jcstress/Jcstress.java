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
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * Runs JCStress in a process of its own and reads what it has collected.
 *
 * <p>Its exit status says little: it is 0 where nothing ran, and twins are to fail. What counts is the file of results.
 */
final class Jcstress {

    private static final Path FOLDER = Path.of("target", "jcstress");
    private static final int FACTOR = Integer.getInteger("stress.factor", 1);

    private Jcstress() {}

    /**
     * Runs these cases.
     *
     * @param millis how long each of two iterations of each case takes
     */
    static Collection<TestResult> run(Collection<Class<?>> cases, long millis)
            throws IOException, InterruptedException, ClassNotFoundException {
        Path folder = Files.createTempDirectory(Files.createDirectories(FOLDER), "run");
        Process process = new ProcessBuilder(command(cases, millis * FACTOR))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        process.waitFor();
        return results(folder);
    }

    private static List<String> command(Collection<Class<?>> cases, long millis) {
        String names = cases.stream()
                .map(part -> part.getName().replace('$', '.').replace(".", "\\."))
                .collect(Collectors.joining("|", "^(", ")$"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", classPath(), OnceEach.class.getName(), "-t", names));
        // One fork each, one mode of compilation, no pinning: on two cores there is little else to try.
        command.addAll(List.of("-iters", "2", "-time", String.valueOf(millis)));
        command.addAll(List.of("-af", "NONE", "-pth", "false", "-jvmArgs", "-Xmx256m"));
        return command;
    }

    private static String classPath() {
        String tests = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(tests.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Collection<TestResult> results(Path folder) throws IOException, ClassNotFoundException {
        InProcessCollector collected = new InProcessCollector();
        for (Path file : list(folder)) {
            DiskReadCollector reader = new DiskReadCollector(file.toString(), collected);
            reader.dump();
            reader.close();
        }
        return collected.getTestResults();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".bin.gz")).toList();
        }
    }
}
