package dev.halflife.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.sim.text.CounterexampleText;
import org.junit.jupiter.api.Test;

/** The printout of a counterexample, character by character. */
final class CounterexampleTextTest {

    @Test
    void columnsAreAligned() {
        assertThat(CounterexampleText.of(Samples.counterexample(), "fuzz", "java -jar halflife.jar replay x.json"))
                .isEqualTo("""
                        T4 violated by published (lamp, contract strict)
                        a removed key leaves no mark
                        cap 1 · half-life 1 min

                              0 s   bump     a1        rate 1.0
                              0 s   tick     #1        a1 → 1.0           in flight: a1
                           65 min   remove   a1
                           65 min   tick     #2        nothing            expected: a1 → 1.0

                        shrunk from 214 operations to 4 · seed 0x2a5f · schedule 17
                        replay   java -jar halflife.jar replay x.json
                        """);
    }

    @Test
    void anExplorationHasNoSeedToTell() {
        assertThat(CounterexampleText.origin(Samples.counterexample(), "explore"))
                .isEqualTo("shrunk from 214 operations to 4 · found by explore");
    }

    @Test
    void theBrokenStepAndTheHeadingStandOut() {
        assertThat(CounterexampleText.of(Samples.counterexample(), "fuzz", "", line -> "<" + line + ">"))
                .startsWith("<T4 violated by published (lamp, contract strict)>\n")
                .contains("\n<   65 min   tick     #2        nothing            expected: a1 → 1.0>\n");
    }

    @Test
    void aSecondCounterexampleOfTheSameRuleGetsAnotherFile() {
        var first = Samples.counterexample();
        var second = new dev.halflife.sim.gate.RunRecord.CounterexampleRecord(
                "T4",
                "",
                "lamp",
                "published",
                "published",
                "",
                "",
                "",
                first.columns(),
                first.timeline(),
                1,
                "",
                4,
                "0x1",
                1,
                first.fileName(),
                "",
                "",
                false);
        FileNames names = new FileNames(Samples.run(false, first, second));
        assertThat(names.of(first)).isEqualTo("T4-published-lamp.json");
        assertThat(names.of(second)).isEqualTo("T4-published-lamp-2.json");
    }
}
