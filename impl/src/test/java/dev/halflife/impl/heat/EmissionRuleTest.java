package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmissionRuleTest {

    private static final HeatPolicy POLICY = new HeatPolicy(true, 2, 1_000);
    private static final HeatPolicy DISABLED = new HeatPolicy(false, 2, 1_000);

    @Test
    void e1_aDisabledPolicySuppressesEverything() {
        assertThat(EmissionRule.isDue(DISABLED, Told.NOTHING, 1)).isFalse();
        assertThat(EmissionRule.isDue(DISABLED, 1, 0)).isFalse();
        assertThat(EmissionRule.isDue(DISABLED, Told.UNKNOWN, 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1, -Double.MIN_VALUE})
    void e2_aRateThatMeansNothingIsSuppressed(double rate) {
        assertThat(due(Told.NOTHING, rate)).isFalse();
        assertThat(due(1, rate)).isFalse();
        assertThat(due(Told.UNKNOWN, rate)).isFalse();
    }

    @Test
    void e3_aFirstObservationEmitsUnlessItIsZero() {
        assertThat(due(Told.NOTHING, 1)).isTrue();
        assertThat(due(Told.NOTHING, Double.MIN_VALUE)).isTrue();
        assertThat(due(Told.NOTHING, 0)).isFalse();
        assertThat(due(Told.NOTHING, -0.0)).isFalse();
    }

    @Test
    void e4_silenceAfterHeatIsAWithdrawal() {
        assertThat(due(1, 0)).isTrue();
        assertThat(due(1, -0.0)).isTrue();
        assertThat(new Emission<>("a", 0).isWithdrawal()).isTrue();
        assertThat(new Emission<>("a", 1).isWithdrawal()).isFalse();
    }

    @Test
    void e5_silenceAfterAWithdrawalIsSuppressed() {
        assertThat(due(0, 0)).isFalse();
        assertThat(due(-0.0, 0)).isFalse();
    }

    @Test
    void e6_aQuotientThatMeansNothingEmits() {
        assertThat(due(0, 1)).isTrue();
        assertThat(due(Decay.EPS, Decay.EPS)).isTrue();
        assertThat(due(Decay.EPS, 1.5 * Decay.EPS)).isTrue();
        assertThat(due(1.5 * Decay.EPS, Decay.EPS)).isTrue();
        assertThat(due(1e-20, 1e-20)).isTrue();
        assertThat(due(2 * Decay.EPS, 2 * Decay.EPS)).isFalse();
    }

    @Test
    void e7_reachingTheRatioEitherWayEmits() {
        assertThat(due(1, 2)).isTrue();
        assertThat(due(2, 1)).isTrue();
        assertThat(due(1, 4)).isTrue();
    }

    @Test
    void e8_aSmallerChangeIsSuppressed() {
        assertThat(due(1, 1)).isFalse();
        assertThat(due(1, 1.99)).isFalse();
        assertThat(due(1, 0.51)).isFalse();
    }

    @Test
    void f13_whateverIsUnknownIsNews() {
        assertThat(due(Told.UNKNOWN, 1)).isTrue();
        assertThat(due(Told.UNKNOWN, 0)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, Double.MIN_VALUE, 1, Double.MAX_VALUE})
    void e2_anyFiniteRateCanBeTold(double rate) {
        assertThat(new Emission<>("a", rate).rate()).isEqualTo(rate);
        assertThat(Belief.announced(rate)).isEqualTo(new Belief.Announced(rate));
        assertThat(due(Told.UNKNOWN, rate)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1, -Double.MIN_VALUE})
    void e2_aRateThatMeansNothingIsNeitherToldNorBelieved(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Emission<>("a", rate))
                .withMessage("rate must be finite and at least 0: " + rate);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Belief.announced(rate))
                .withMessage("rate must be finite and at least 0: " + rate);
    }

    @Test
    void e7_everyRateThatHasGrownEnoughMayHaveGrown() {
        assertThat(EmissionRule.mayHaveGrown(POLICY, 1, 2)).isTrue();
        assertThat(EmissionRule.mayHaveGrown(POLICY, 1, Math.nextDown(2.0))).isTrue();
        assertThat(EmissionRule.mayHaveGrown(POLICY, 1, 1.99)).isFalse();
        assertThat(EmissionRule.mayHaveGrown(POLICY, 0, 1)).isTrue();
        assertThat(EmissionRule.mayHaveGrown(POLICY, Decay.EPS, 1.5 * Decay.EPS))
                .isTrue();
        assertThat(EmissionRule.mayHaveGrown(POLICY, Told.NOTHING, 1)).isFalse();
        assertThat(EmissionRule.mayHaveGrown(POLICY, Told.UNKNOWN, 1)).isFalse();
        assertThat(EmissionRule.mayHaveGrown(DISABLED, 1, 4)).isFalse();
    }

    @Test
    void e8_aRateHasFadedAtHalfOfWhatWasTold() {
        assertThat(EmissionRule.fadedRate(POLICY, 3)).isEqualTo(1.5);
        assertThat(EmissionRule.fadedRate(POLICY, Decay.EPS)).isEqualTo(Decay.EPS);
    }

    private static boolean due(double told, double rate) {
        return EmissionRule.isDue(POLICY, told, rate);
    }
}
