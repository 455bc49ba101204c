package dev.halflife.reports.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.reports.change.Changes;
import dev.halflife.reports.text.Commands;
import dev.halflife.reports.text.Samples;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The summary on a job's page. */
final class SummaryTest {

    private static String summary(RunRecord run) {
        return Summary.of(run, Changes.FIRST, new Commands("java -jar halflife.jar", "target/report"));
    }

    @Test
    void whatIsRedLeads() {
        String summary = summary(Samples.run(false, Samples.counterexample()));
        assertThat(summary).startsWith("# ✗ halflife: 1 of 1 check not as it should be\n\nlamp: the published subject");
        assertThat(summary.indexOf("T4 violated by published")).isLessThan(summary.indexOf("| component |"));
    }

    @Test
    void aGreenRunIsATableAndTheLineThatRunsItAgain() {
        assertThat(summary(Samples.run(true)))
                .startsWith("# ✓ halflife: Everything is as it should be\n\n| component | strict | published |")
                .contains("| ✓ lamp | holds | - | - | - | - | 640 | 20.5k | 1.0 s | 1.2 s |\n")
                .contains("digest 0123456789abcdef")
                .contains("```text\njava -jar halflife.jar gate --seed 0x1 --budget quick")
                .contains("This is the first run in this folder.")
                .doesNotContain("<details>");
    }

    @Test
    void counterexamplesAreFoldedAway() {
        assertThat(summary(Samples.run(false, Samples.counterexample())))
                .contains(
                        "<details><summary>T4 violated by published (lamp, contract strict) in 12 of 640 schedules</summary>\n\n```text\n")
                .contains("65 min   tick     #2        nothing")
                .contains("\n```\n\n</details>\n");
    }

    @Test
    void theSummaryStaysBelowWhatAJobsPageTakes() {
        CounterexampleRecord sample = Samples.counterexample();
        CounterexampleRecord[] many = IntStream.range(0, 400)
                .mapToObj(i -> new CounterexampleRecord(
                        "T" + i,
                        sample.ruleText(),
                        "lamp",
                        "published",
                        "strict",
                        "é".repeat(5000),
                        "nothing",
                        "é".repeat(5000),
                        sample.columns(),
                        sample.timeline(),
                        1,
                        "",
                        5,
                        "0x1",
                        i,
                        "T" + i + ".json",
                        "{}",
                        "",
                        false))
                .toArray(CounterexampleRecord[]::new);
        String summary = summary(Samples.run(false, many));
        assertThat(summary.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(900_000, Summary.MOST_BYTES);
        assertThat(summary)
                .containsPattern("and \\d+ counterexamples more, in the report")
                .contains("| component |")
                .contains("## Since the last run");
    }

    @Test
    void markupInTextIsShown() {
        assertThat(Markdown.text("a|b <script> `c` *d* $x$ #1\ne\u001b"))
                .isEqualTo("a\\|b \\<script\\> \\`c\\` \\*d\\* \\$x\\$ \\#1 e\\\\u001b");
        assertThat(Markdown.folded("</summary><b>&", ""))
                .startsWith("<details><summary>&lt;/summary&gt;&lt;b&gt;&amp;</summary>");
    }

    @Test
    void aFenceIsLongerThanAnyRunOfBackticksInIt() {
        assertThat(Markdown.fenced("plain")).isEqualTo("```text\nplain\n```\n");
        assertThat(Markdown.fenced("a ```` b\n```\n")).isEqualTo("`````text\na ```` b\n```\n`````\n");
    }

    @Test
    void aRowHasAsManyCellsAsTheTableHasColumns() {
        assertThat(Markdown.row(List.of("a", "b", "c"))).isEqualTo("| a | b | c |\n");
        assertThat(Markdown.rule(3, 1)).isEqualTo("|---|--:|--:|\n");
    }
}
