package dev.halflife.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers with a fraction become text by one writer, since that of the JDK differs from one JDK to the next. */
class NumbersAsTextTest {

    @TempDir
    Path scratch;

    @Test
    void noNumberWithAFractionBecomesTextByTheJdk() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("model", "impl", "sim", "reports")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        assertThat(sources).hasSizeGreaterThan(500);
        assertThat(found(sources))
                .as("write dev.halflife.model.NumberText.of(…), or NumberOutput.toString(…, true) in impl;"
                        + " dev.halflife.sim.json.JsonText.of(…) for JSON")
                .isEmpty();
    }

    @Test
    void eachWayOfDoingItIsSeen() throws IOException {
        Path source = scratch.resolve("dev/halflife/Ways.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, """
                package dev.halflife;
                class Ways {
                    record Held(double rate, int count) {}
                    record Own(double rate) { @Override public String toString() { return ""; } }
                    sealed interface Choice permits Taken {}
                    record Taken(java.util.List<Float> scores) implements Choice {}
                    String fine(Own own, int count, double rate) { return own + " " + count + (rate > 1); }
                    String a(double rate) { return "" + rate; }
                    String b(Float rate) { String text = ""; text += rate; return text; }
                    String c(double rate) { return Double.toString(rate); }
                    String d(float rate) { return String.valueOf(rate); }
                    String e(double rate) { return new StringBuilder().append(rate).toString(); }
                    String f(Held held) { return held.toString(); }
                    String g(Choice choice) { return "" + choice; }
                    String h(java.util.Map<String, Double> rates) { return "" + rates; }
                    String i(double rate) { return String.format(java.util.Locale.ROOT, "%.1f", rate); }
                    java.util.function.DoubleFunction<String> j() { return Double::toString; }
                    String k(com.fasterxml.jackson.databind.JsonNode json) { return json.toString(); }
                }
                """);
        assertThat(found(List.of(source)))
                .extracting(line -> line.substring(line.indexOf(' ') + 1))
                .containsExactly(
                        "rate",
                        "rate",
                        "rate",
                        "rate",
                        "rate",
                        "held",
                        "choice",
                        "rates",
                        "rate",
                        "Double::toString",
                        "json");
    }

    private static List<String> found(List<Path> sources) throws IOException {
        List<String> found = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    problem -> {},
                    List.of("-proc:none", "-classpath", System.getProperty("java.class.path")),
                    null,
                    files.getJavaFileObjectsFromPaths(sources));
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            task.analyze();
            NumbersAsText scanner = new NumbersAsText(task, found::add);
            units.forEach(unit -> scanner.scan(unit, unit));
        }
        return found;
    }
}
