package dev.halflife.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.reports.change.Changes;
import dev.halflife.reports.chart.Column;
import dev.halflife.reports.chart.DrawnChapter;
import dev.halflife.reports.chart.DrawnFigure;
import dev.halflife.reports.chart.Numbers;
import dev.halflife.reports.stress.StressRecord;
import dev.halflife.reports.stress.StressRecords;
import dev.halflife.reports.text.Commands;
import dev.halflife.reports.text.Samples;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import dev.halflife.sim.gate.RunRecord.TimelineRow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page is drawn from the record and from nothing else. */
final class ReportTest {

    private static final Commands COMMANDS = new Commands("java -jar halflife.jar", "target/report");

    private static String page(RunRecord run) {
        return Report.of(new Page(run, Changes.FIRST, List.of(), StressRecords.NONE, COMMANDS));
    }

    @Test
    void theSameRecordGivesTheSameBytes() {
        assertThat(page(Samples.run(false, Samples.counterexample())))
                .isEqualTo(page(Samples.run(false, Samples.counterexample())));
    }

    @Test
    void whatIsRedLeads() {
        String page = page(Samples.run(false, Samples.counterexample()));
        assertThat(page).contains("✗ 1 of 1 check not as it should be");
        assertThat(page.indexOf("Not as it should be</h2>")).isPositive().isLessThan(page.indexOf("What was run</h2>"));
    }

    @Test
    void aGreenRunHasNoRedSection() {
        assertThat(page(Samples.run(true)))
                .contains("✓ Everything is as it should be")
                .doesNotContain("Not as it should be");
    }

    @Test
    void markupInARecordIsShownAndNotRun() {
        String evil = "<script>alert('1')</script>\"&";
        CounterexampleRecord found = new CounterexampleRecord(
                evil,
                evil,
                evil,
                evil,
                evil,
                evil,
                evil,
                evil,
                List.of(evil, evil),
                List.of(new TimelineRow(evil, List.of(evil, evil), evil, true)),
                1,
                evil,
                1,
                evil,
                1,
                evil,
                evil,
                evil,
                false);
        String page = page(Samples.run(false, found));
        assertThat(page)
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;");
    }

    @Test
    void thePageAllowsNothingFromOutside() {
        assertThat(page(Samples.run(false, Samples.counterexample())))
                .contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    }

    @Test
    void thePageNeedsNoNetwork() {
        assertThat(page(Samples.run(false, Samples.counterexample())))
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("@import")
                .doesNotContain("url(");
    }

    @Test
    void rulesThatWereNotPutToTheTestAreNamed() {
        assertThat(page(Samples.run(true))).contains("1 of 2 rules were put to the test; not T5.");
    }

    @Test
    void rulesThatNoDefectBreaksAreNamed() {
        assertThat(page(Samples.run(true)))
                .contains("No defect of the museum breaks T5: nothing shows that they convict.");
    }

    @Test
    void aMissedDefectLeadsAndIsToldWhatBecameOfIt() {
        String page = page(Samples.museum());
        assertThat(page)
                .contains("Not as it should be</h2>")
                .contains("lamp: of the defects of the museum, 1 of 2 caught, but not bulb-burnt-out (misnamed).")
                .contains("Museum of defects</h2>");
        assertThat(page.indexOf("<strong>bulb-burnt-out")).isLessThan(page.indexOf("<strong>switch-stuck"));
    }

    @Test
    void whereNothingCanBeDrawnThePageSaysSo() {
        Numbers numbers = Numbers.of(Column.number("x")).row(1).build();
        DrawnFigure figure = new DrawnFigure("name", "title", "caption", null, numbers);
        assertThat(page(new DrawnChapter("Decay", "text", List.of(figure))))
                .contains(DrawnFigure.NOT_DRAWN)
                .contains("figures/name.csv")
                .doesNotContain("name.png");
    }

    @Test
    void whereThereIsNothingToDrawThePageSaysWhy() {
        DrawnFigure figure = new DrawnFigure(
                "name", "title", "no <b>hunts</b>", null, Numbers.of().build());
        assertThat(page(new DrawnChapter("Decay", "text", List.of(figure))))
                .contains("no &lt;b&gt;hunts&lt;/b&gt;")
                .doesNotContain(DrawnFigure.NOT_DRAWN)
                .doesNotContain("name.csv");
    }

    private static String page(DrawnChapter chapter) {
        return Report.of(new Page(Samples.run(true), Changes.FIRST, List.of(chapter), StressRecords.NONE, COMMANDS));
    }

    @Test
    void withoutStressRecordsThePageSaysHowToGetThem() {
        assertThat(page(Samples.run(true))).contains("No stress test has left a record here: run mvn verify");
    }

    @Test
    void whatHadTooFewSamplesIsUndecidedAndNotRed() {
        StressRecords stress = new StressRecords(
                List.of(
                        new StressRecord("race", "jcstress", "twin", "3 samples", "undecided", "", List.of()),
                        new StressRecord("other", "jcstress", "twin", "9 samples", "convicted", "", List.of())),
                List.of());
        assertThat(Report.of(new Page(Samples.run(true), Changes.FIRST, List.of(), stress, COMMANDS)))
                .contains("1 of 2 twins were; undecided, for want of samples: 1.")
                .contains("<tr class=\"undecided\"><td><strong>race</strong>")
                .doesNotContain("<tr class=\"violated\"><td><strong>race</strong>");
    }

    @Test
    void markupInAStressRecordIsShownAndNotRun() {
        String evil = "<script>alert(1)</script>";
        StressRecord record = new StressRecord(
                evil, evil, evil, evil, evil, evil, List.of(new StressRecord.Outcome(evil, 1, evil, evil)));
        StressRecords stress = new StressRecords(List.of(record), List.of(evil));
        assertThat(Report.of(new Page(Samples.run(true), Changes.FIRST, List.of(), stress, COMMANDS)))
                .doesNotContain("<script")
                .contains("&lt;script&gt;");
    }

    @Test
    void controlCharactersDoNotReachThePage() {
        assertThat(Markup.escaped("a\u0000b\u001b[31m")).isEqualTo("a\\u0000b\\u001b[31m");
    }

    @Test
    void commandsCanBePasted() {
        assertThat(page(Samples.run(false, Samples.counterexample())))
                .contains("java -jar halflife.jar gate --seed 0x1 --budget quick")
                .contains("java -jar halflife.jar replay target/report/counterexamples/T4-published-lamp.json");
    }
}
