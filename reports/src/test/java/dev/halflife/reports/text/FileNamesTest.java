package dev.halflife.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.reports.chart.Column;
import dev.halflife.reports.chart.Numbers;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that a record brings along, made fit for where they go. */
class FileNamesTest {

    private static CounterexampleRecord named(String fileName) {
        CounterexampleRecord t4 = Samples.counterexample();
        return new CounterexampleRecord(
                t4.rule(),
                t4.ruleText(),
                t4.component(),
                t4.subject(),
                t4.contract(),
                t4.expected(),
                t4.seen(),
                t4.config(),
                t4.columns(),
                t4.timeline(),
                1,
                "",
                t4.foundLength(),
                t4.seed(),
                t4.index(),
                fileName,
                t4.document(),
                t4.trace(),
                t4.cut());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../../evil.json", "a\u0000b.json", "\ud800", "C:\\evil", "-\n.json", ".profile"})
    void aFileStaysInItsFolderWhateverItsNameSays(String fileName) {
        CounterexampleRecord found = named(fileName);
        String name = new FileNames(Samples.run(false, found)).of(found);
        assertThat(name).matches("([\\w+-][\\w.+-]*)?\\.json").doesNotContain("/");
        assertThat(FileNames.trace(name)).endsWith(".jsonl");
    }

    @Test
    void aWordThatCannotBeShownIsQuotedWithEscapes() {
        assertThat(Commands.quoted("it's \u001b[2J\\\n")).isEqualTo("$'it\\'s \\u001b[2J\\\\\\u000a'");
        assertThat(Commands.quoted("it's")).isEqualTo("'it'\\''s'");
    }

    @Test
    void noCellIsAFormula() {
        assertThat(Numbers.of(Column.text("word"), Column.number("number"))
                        .row("=HYPERLINK(\"x\")", -1.5)
                        .row("@a\u001b", 1e-9)
                        .build()
                        .csv())
                .isEqualTo("word,number\n\"'=HYPERLINK(\"\"x\"\")\",-1.5\n'@a\\u001b,0.000000001\n");
    }
}
