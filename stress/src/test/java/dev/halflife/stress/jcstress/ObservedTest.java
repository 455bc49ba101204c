package dev.halflife.stress.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.stress.record.StressRecord.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Verdicts by what was counted. */
class ObservedTest {

    private static final long ENOUGH = 100;

    private static Observed twin(String outcome, long count, String trouble) {
        return observed(SizeAgainstEviction.Twin.class, outcome, count, trouble);
    }

    private static Observed shipped(String outcome, long count, String trouble) {
        return observed(SizeAgainstEviction.Shipped.class, outcome, count, trouble);
    }

    private static Observed observed(Class<?> part, String outcome, long count, String trouble) {
        return Observed.of(part, new Rounds.Counts(part.getName(), Map.of(outcome, count), ENOUGH, trouble));
    }

    @Test
    void aTwinThatWasNotSeenInTooFewSamplesIsUndecidedAndSaysSo() {
        Observed seen = twin("1", ENOUGH - 1, "");
        assertThat(seen.asTwin()).isEqualTo(Verdict.UNDECIDED);
        assertThat(seen.bounds()).isEqualTo("99 samples, 0 of them forbidden, too few: 100 were to be");
    }

    @Test
    void aTwinThatHadItsSamplesAndWasNotSeenIsNotConvicted() {
        assertThat(twin("1", ENOUGH, "").asTwin()).isEqualTo(Verdict.NOT_CONVICTED);
    }

    @Test
    void aTwinIsConvictedByOneSample() {
        assertThat(twin("0", 1, "").asTwin()).isEqualTo(Verdict.CONVICTED);
    }

    @Test
    void aCaseThatDidNotRunOrCameToGriefIsRed() {
        assertThat(twin("1", 5, "it was not run").asTwin()).isEqualTo(Verdict.NOT_CONVICTED);
        assertThat(shipped("1", 5, "a thread does not end").asShipped()).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void theShippedCodeHoldsInEnoughSamplesOnlyAndNothingUnknownIsAllowed() {
        assertThat(shipped("1", ENOUGH, "").asShipped()).isEqualTo(Verdict.HOLDS);
        assertThat(shipped("1", ENOUGH - 1, "").asShipped()).isEqualTo(Verdict.UNDECIDED);
        assertThat(shipped("7", 1, "").asShipped()).isEqualTo(Verdict.VIOLATED);
    }
}
