package dev.halflife.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import org.junit.jupiter.api.Test;

class VerdictsTest {

    private static final EngineRecord BROKEN = Samples.run(
                    false,
                    Samples.counterexample("R2", 90, "F5"),
                    Samples.counterexample("F13", 7, ""),
                    Samples.counterexample("F3", 7, ""),
                    Samples.counterexample("F5", 40, ""))
            .engines()
            .get(0);

    @Test
    void causesComeBeforeEchoesAndTheOftenBrokenBeforeTheRare() {
        assertThat(Verdicts.ranked(BROKEN))
                .extracting(CounterexampleRecord::rule)
                .containsExactly("F5", "F3", "F13", "R2");
    }

    @Test
    void anEchoSaysOfWhatAndHowOften() {
        assertThat(Verdicts.frequency(BROKEN, Verdicts.ranked(BROKEN).get(3)))
                .isEqualTo("in 90 of 640 schedules, an echo of F5");
        assertThat(Verdicts.findings(BROKEN)).isEqualTo("of F3 F5 F13 (echoes: R2)");
    }
}
