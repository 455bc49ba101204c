package dev.halflife.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.sim.gate.Corpus;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whenever a process is killed, no failure that it has printed is lost: it is killed as soon as a line of each kind is read,
 * and of all that it is found to have printed by then, each failure is among the files.
 */
final class KilledTest {

    private static final String FUZZ = "fuzz --component heat-registry --subject published --schedules 192";
    private static final String ALL = "fuzz --component all --subject published --schedules 64";
    private static final String EXPLORE = "explore --component heat-registry --subject published --depth 3";
    private static final String GATE = "gate --component retry-queue --subject published";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        FUZZ + ",F1 violated",
        ALL + ",'of F9'",
        EXPLORE + ",F4 violated",
        GATE + ",of F11",
        GATE + ",F11 violated"
    })
    void noFailureThatWasPrintedIsLost(String command, String mark) throws IOException, InterruptedException {
        nothingIsLost(command, mark);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({
        FUZZ + ",'engine '",
        FUZZ + ",' violated '",
        FUZZ + ",F4 violated",
        ALL + ",'of F11'",
        ALL + ",F3 violated",
        EXPLORE + ",'of F'",
        GATE + ",retry-queue",
        GATE + ",'digest '",
    })
    void norAnywhereElse(String command, String mark) throws IOException, InterruptedException {
        nothingIsLost(command, mark);
    }

    private void nothingIsLost(String command, String mark) throws IOException, InterruptedException {
        Path corpus = directory.resolve("corpus");
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(List.of("--corpus", corpus.toString(), "--out", "out"));
        List<String> printed = printedBeforeKilledAt(mark, arguments);

        Set<String> told = rulesOf(printed);
        assertThat(new Corpus(corpus).entries())
                .extracting(entry -> entry.file().ending().rule())
                .containsAll(told);
        assertThat(savedIn(directory.resolve("out").resolve("counterexamples"))).containsAll(told);
        if (mark.contains("F")) {
            assertThat(told).isNotEmpty();
        }
    }

    private List<String> printedBeforeKilledAt(String mark, List<String> arguments)
            throws IOException, InterruptedException {
        Process process = Forked.start(directory, List.of(), arguments);
        List<String> printed = new ArrayList<>();
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                printed.add(line);
                if (line.contains(mark)) {
                    process.destroyForcibly();
                }
            }
        } catch (IOException e) {
            // What a killed process has not printed cannot be read.
        }
        process.waitFor();
        assertThat(printed).anyMatch(line -> line.contains(mark));
        return printed;
    }

    /** The rules that the table and the headings name. */
    private static Set<String> rulesOf(List<String> printed) {
        Set<String> rules = new TreeSet<>();
        for (String line : printed) {
            String words = line.strip();
            int of = words.indexOf("of F");
            if (of >= 0) {
                rules.addAll(List.of(words.substring(of + "of ".length())
                        .replaceAll("echoes:|[()]", "")
                        .split("[, ]+")));
            } else if (words.contains(" violated by ")) {
                rules.add(words.substring(0, words.indexOf(' ')));
            }
        }
        return rules;
    }

    /** The rules whose counterexamples are there, by the names of the files. */
    private static Set<String> savedIn(Path folder) throws IOException {
        Set<String> rules = new TreeSet<>();
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".json") && !name.startsWith("."))
                        .forEach(name -> rules.add(name.substring(0, name.indexOf('-'))));
            }
        }
        return rules;
    }
}
