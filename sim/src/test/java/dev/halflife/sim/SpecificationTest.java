package dev.halflife.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Operation;
import dev.halflife.model.Rule;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.subject.SubjectRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The pages of {@code model/spec} and the code are held together: a row for each rule, a rule for each row, the same sentence
 * in both, and citations that lead somewhere. A row is a line of a table whose first column is {@code id}.
 */
class SpecificationTest {

    private static final Path PROJECT = Path.of("..");
    private static final String PAGES = "model/spec";
    private static final String SENTENCE = "in one sentence";
    private static final Pattern ID = Pattern.compile("\\b[DPERTSAWBINQCKFX][1-9][0-9]?\\b");
    private static final Pattern NAMED_ONLY = Pattern.compile("^- \\*\\*([A-Z][0-9]+) ", Pattern.MULTILINE);
    private static final Pattern CITATION =
            Pattern.compile("([\\w/]*/)?[1-9]-(?:heat|write-path|findings|traces|commands|worlds)\\b(?:\\.md)?");

    private final Map<String, String> pages = pages();
    private final Map<String, List<Row>> rows = rows();

    /**
     * A line of a table, its cells by the heads of their columns.
     *
     * @param place the page and the number of the line
     */
    private record Row(String place, Map<String, String> cells) {

        /** What has to be done for a cell to hold this; nothing where it does. */
        Stream<String> holding(String column, String right) {
            String seen = cells.getOrDefault(column, "");
            return seen.equals(right)
                    ? Stream.empty()
                    : Stream.of(place + ": under \"" + column + "\" change \"" + seen + "\" to \"" + right + "\"");
        }
    }

    @Test
    void everyRuleHasExactlyOneRow() {
        assertThat(rules().entrySet().stream()
                        .filter(rule -> at(rule.getKey()).size() != 1)
                        .map(rule -> at(rule.getKey()).isEmpty()
                                ? "add to a page | " + rule.getKey() + " | " + rule.getValue() + " |"
                                : rule.getKey() + " has more than one row: "
                                        + at(rule.getKey()).stream()
                                                .map(Row::place)
                                                .toList()))
                .isEmpty();
    }

    @Test
    void everyRowIsARule() {
        Map<String, String> rules = rules();
        assertThat(rows.entrySet().stream()
                        .filter(row -> !rules.containsKey(row.getKey()))
                        .map(row -> row.getValue().get(0).place() + ": no rule is called " + row.getKey()))
                .isEmpty();
    }

    @Test
    void everyRowSaysWhatTheRuleSays() {
        assertThat(rules().entrySet().stream()
                        .flatMap(rule ->
                                at(rule.getKey()).stream().flatMap(row -> row.holding(SENTENCE, rule.getValue()))))
                .isEmpty();
    }

    @Test
    void everyFindingIsTheChoiceThatItsRowNames() {
        assertThat(Stream.of(Finding.values())
                        .flatMap(finding -> at(finding.name()).stream()
                                .flatMap(row -> Stream.of(
                                                row.holding("title", finding.title()),
                                                row.holding("choice", finding.choice()),
                                                row.holding("published", finding.published()),
                                                row.holding("strict", finding.strict()))
                                        .flatMap(holding -> holding))))
                .isEmpty();
    }

    @Test
    void everyIdThatIsMentionedIsExplained() {
        List<String> namedOnly = pages.values().stream()
                .flatMap(page -> NAMED_ONLY.matcher(page).results().map(match -> match.group(1)))
                .toList();
        assertThat(pages.entrySet().stream()
                        .flatMap(page -> ID.matcher(page.getValue())
                                .results()
                                .map(MatchResult::group)
                                .filter(id -> !rows.containsKey(id) && !namedOnly.contains(id))
                                .map(id -> page.getKey() + " mentions " + id + ", which has no row")))
                .isEmpty();
        assertThat(rules()).doesNotContainKeys(namedOnly.toArray(new String[0]));
    }

    @Test
    void everyCitationNamesAPageThatIsThere() throws IOException {
        List<String> dangling = new ArrayList<>();
        int citations = 0;
        for (String module : List.of("model", "impl", "sim", "stress", "reports")) {
            for (Path source : sources(PROJECT.resolve(module).resolve("src"))) {
                Matcher citation = CITATION.matcher(Files.readString(source));
                while (citation.find()) {
                    citations++;
                    if (!pages.containsKey(citation.group())) {
                        dangling.add(source + ": cite a page of " + pages.keySet() + ", not " + citation.group());
                    }
                }
            }
        }
        assertThat(dangling).isEmpty();
        assertThat(citations).isPositive();
    }

    private List<Row> at(String id) {
        return rows.getOrDefault(id, List.of());
    }

    /** The sentence of each rule. */
    private static Map<String, String> rules() {
        Map<String, String> rules = new TreeMap<>();
        Stream.of(Finding.values()).forEach(finding -> rules.put(finding.name(), finding.strictText()));
        Stream<Rule> judged = Stream.concat(
                Components.withWorlds(Components.all()).stream().flatMap(component -> judgedBy(component).stream()),
                Stream.of(SubjectRule.values()));
        judged.forEach(rule -> {
            String other = rules.put(rule.id(), rule.text());
            assertThat(other).as("the only sentence of %s", rule.id()).isIn(null, rule.text());
        });
        return rules;
    }

    private static <C, S, O extends Operation<O>, R> List<Rule> judgedBy(Component<C, S, O, R> component) {
        return new Trial<>(component, "reference", Contract.strict()).rules();
    }

    /** The text of each page by its path from the project. */
    private static Map<String, String> pages() {
        try (Stream<Path> all = Files.list(PROJECT.resolve(PAGES))) {
            Map<String, String> pages = new TreeMap<>();
            for (Path page : all.toList()) {
                pages.put(PAGES + "/" + page.getFileName(), Files.readString(page));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, List<Row>> rows() {
        Map<String, List<Row>> rows = new TreeMap<>();
        pages.forEach((page, text) -> {
            List<String> lines = text.lines().toList();
            List<String> head = List.of();
            for (int i = 0; i < lines.size(); i++) {
                List<String> cells = cells(lines.get(i));
                if (cells.isEmpty()) {
                    head = List.of();
                } else if (head.isEmpty()) {
                    head = cells;
                } else if (head.get(0).equals("id") && !cells.get(0).startsWith("---")) {
                    Map<String, String> byHead = new HashMap<>();
                    for (int column = 0; column < Math.min(head.size(), cells.size()); column++) {
                        byHead.put(head.get(column), cells.get(column));
                    }
                    rows.computeIfAbsent(cells.get(0), id -> new ArrayList<>())
                            .add(new Row(page + ":" + (i + 1), byHead));
                }
            }
        });
        return rows;
    }

    /** The cells of a line of a table; none where it is no such line. */
    private static List<String> cells(String line) {
        return line.startsWith("|")
                ? Arrays.stream(line.substring(1).split("\\|", -1))
                        .map(String::strip)
                        .toList()
                : List.of();
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
