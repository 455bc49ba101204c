package dev.halflife.stress.jcstress;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;

/**
 * Samples cases in this process, each in rounds until it has shown what it may not, has had its samples, or has had its
 * rounds. Appends a line a case to a file. Arguments: that file, and the classes of the cases.
 *
 * <p>JCStress's own executor starts a process a case and then has so many milliseconds: most of the time goes into
 * starting, and on a busy machine there are hardly any samples in them.
 */
final class Rounds {

    private static final int MOST_ROUNDS = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Rounds() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        List<Class<?>> parts =
                Arrays.stream(arguments).skip(1).<Class<?>>map(Rounds::named).toList();
        // Those that wait last: who waits for ever goes on spinning.
        for (Class<?> part : Stream.concat(
                        parts.stream().filter(part -> !waits(part)),
                        parts.stream().filter(Rounds::waits))
                .toList()) {
            String line = JSON.writeValueAsString(sampled(part));
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        Runtime.getRuntime().halt(0);
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("case must be a class that is there: " + name, e);
        }
    }

    private static boolean waits(Class<?> part) {
        return Arrays.asList(part.getAnnotation(JCStressTest.class).value()).contains(Mode.Termination);
    }

    private static Counts sampled(Class<?> part) throws ReflectiveOperationException, InterruptedException {
        Sampler sampler = waits(part) ? new Waits(part) : new Strides(part);
        Map<String, Long> outcomes = new TreeMap<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            try {
                sampler.round(round, outcomes);
            } catch (IllegalStateException stuck) {
                return new Counts(
                        part.getName(), outcomes, sampler.enough(), String.valueOf(stuck.getMessage()) + cause(stuck));
            }
            Observed seen = Observed.of(part, new Counts(part.getName(), outcomes, sampler.enough(), ""));
            if (seen.forbidden() > 0 || seen.isEnough()) {
                break;
            }
        }
        return new Counts(part.getName(), outcomes, sampler.enough(), "");
    }

    private static String cause(Throwable thrown) {
        return thrown.getCause() == null ? "" : ": " + thrown.getCause();
    }

    /**
     * What was counted of one case.
     *
     * @param part the name of its class
     * @param outcomes how often each outcome was seen
     * @param enough how many samples it was to have
     * @param trouble why it was not sampled further; empty if nothing went wrong
     */
    record Counts(String part, Map<String, Long> outcomes, long enough, String trouble) {}

    /** What such a file says. */
    static List<Counts> in(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(Rounds::counts).toList();
        }
    }

    private static Counts counts(String line) {
        try {
            return JSON.readValue(line, Counts.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("line must be a case's counts: " + line, e);
        }
    }

    /** One that did not come to be sampled. */
    static Counts none(Class<?> part, String trouble) {
        return new Counts(part.getName(), Map.of(), Long.MAX_VALUE, trouble);
    }
}
