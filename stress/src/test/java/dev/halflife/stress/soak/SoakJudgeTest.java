package dev.halflife.stress.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.stress.lincheck.Part;
import dev.halflife.stress.linear.Linearizability.Verdict;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The soak's judges hold for the reference and convict what is wrong, so that a quiet soak says something. */
@Tag("both-processors")
class SoakJudgeTest {

    private static final Episode EPISODE = new Episode(4, 100_000);
    private static final int MOST_EPISODES = 20_000;

    static final List<Part> PARTS = Part.ALL;

    @ParameterizedTest
    @FieldSource("PARTS")
    void episodesOfTheReferenceAreExplained(Part part) throws Exception {
        try (Threads threads = new Threads(2)) {
            for (int seed = 0; seed < 50; seed++) {
                Episode.Outcome outcome = EPISODE.run(threads, part.freshReference(), part.model(), seed);
                assertThat(outcome.verdict()).as(outcome.text()).isNotEqualTo(Verdict.UNEXPLAINED);
            }
        }
    }

    @Test
    void anEpisodeThatTheContractForbidsIsConvicted() throws Exception {
        try (Threads threads = new Threads(2)) {
            Verdict verdict = Verdict.EXPLAINED;
            for (int seed = 0; seed < MOST_EPISODES && verdict != Verdict.UNEXPLAINED; seed++) {
                verdict = EPISODE.run(
                                threads,
                                Part.breakerWhereEveryCallerProbes(),
                                Part.ALL.get(3).model(),
                                seed)
                        .verdict();
            }
            assertThat(verdict).isEqualTo(Verdict.UNEXPLAINED);
        }
    }

    @Test
    void aSearchWithoutBudgetIsUndecidedAndNeverWrong() throws Exception {
        try (Threads threads = new Threads(2)) {
            Part part = Part.ALL.get(0);
            assertThat(new Episode(4, 0)
                            .run(threads, part.freshReference(), part.model(), 1)
                            .verdict())
                    .isEqualTo(Verdict.UNDECIDED);
        }
    }

    @Test
    void theLedgersOfTheReferenceAddUp() throws Exception {
        try (Threads threads = new Threads(2)) {
            assertThat(CreditsLedger.imbalance(threads, 5_000, 1)).isNull();
            assertThat(HeatLedger.imbalance(threads, 5_000)).isNull();
        }
    }

    @Test
    void aRateOutsideItsIntervalIsConvicted() {
        List<HeatLedger.Bump> bumps = List.of(new HeatLedger.Bump(0, 10), new HeatLedger.Bump(5, 20));
        assertThat(HeatLedger.outOfBounds(bumps, 1.99998, 20)).isNull();
        assertThat(HeatLedger.outOfBounds(bumps, 1.99997, 20)).contains("D3");
        assertThat(HeatLedger.outOfBounds(bumps, 2, 20)).contains("D3");
    }
}
