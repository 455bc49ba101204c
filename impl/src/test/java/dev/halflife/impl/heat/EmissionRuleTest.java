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
        assertThat(EmissionRule.isDue(DISABLED, Belief.never(), 1)).isFalse();
        assertThat(EmissionRule.isDue(DISABLED, Belief.announced(1), 0)).isFalse();
        assertThat(EmissionRule.isDue(DISABLED, Belief.unknown(), 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1, -Double.MIN_VALUE})
    void e2_aRateThatMeansNothingIsSuppressed(double rate) {
        assertThat(due(Belief.never(), rate)).isFalse();
        assertThat(due(Belief.announced(1), rate)).isFalse();
        assertThat(due(Belief.unknown(), rate)).isFalse();
    }

    @Test
    void e3_aFirstObservationEmitsUnlessItIsZero() {
        assertThat(due(Belief.never(), 1)).isTrue();
        assertThat(due(Belief.never(), Double.MIN_VALUE)).isTrue();
        assertThat(due(Belief.never(), 0)).isFalse();
        assertThat(due(Belief.never(), -0.0)).isFalse();
    }

    @Test
    void e4_silenceAfterHeatIsAWithdrawal() {
        assertThat(due(Belief.announced(1), 0)).isTrue();
        assertThat(due(Belief.announced(1), -0.0)).isTrue();
        assertThat(new Emission<>("a", 0).isWithdrawal()).isTrue();
        assertThat(new Emission<>("a", 1).isWithdrawal()).isFalse();
    }

    @Test
    void e5_silenceAfterAWithdrawalIsSuppressed() {
        assertThat(due(Belief.announced(0), 0)).isFalse();
        assertThat(due(Belief.announced(-0.0), 0)).isFalse();
    }

    @Test
    void e6_aQuotientThatMeansNothingEmits() {
        assertThat(due(Belief.announced(0), 1)).isTrue();
        assertThat(due(Belief.announced(Decay.EPS), Decay.EPS)).isTrue();
        assertThat(due(Belief.announced(Decay.EPS), 1.5 * Decay.EPS)).isTrue();
        assertThat(due(Belief.announced(1.5 * Decay.EPS), Decay.EPS)).isTrue();
        assertThat(due(Belief.announced(1e-20), 1e-20)).isTrue();
        assertThat(due(Belief.announced(2 * Decay.EPS), 2 * Decay.EPS)).isFalse();
    }

    @Test
    void e7_reachingTheRatioEitherWayEmits() {
        assertThat(due(Belief.announced(1), 2)).isTrue();
        assertThat(due(Belief.announced(2), 1)).isTrue();
        assertThat(due(Belief.announced(1), 4)).isTrue();
    }

    @Test
    void e8_aSmallerChangeIsSuppressed() {
        assertThat(due(Belief.announced(1), 1)).isFalse();
        assertThat(due(Belief.announced(1), 1.99)).isFalse();
        assertThat(due(Belief.announced(1), 0.51)).isFalse();
    }

    @Test
    void f13_whateverIsUnknownIsNews() {
        assertThat(due(Belief.unknown(), 1)).isTrue();
        assertThat(due(Belief.unknown(), 0)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, Double.MIN_VALUE, 1, Double.MAX_VALUE})
    void e2_anyFiniteRateCanBeTold(double rate) {
        assertThat(new Emission<>("a", rate).rate()).isEqualTo(rate);
        assertThat(Belief.announced(rate)).isEqualTo(new Belief.Announced(rate));
        assertThat(due(Belief.unknown(), rate)).isTrue();
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

    private static boolean due(Belief belief, double rate) {
        return EmissionRule.isDue(POLICY, belief, rate);
    }
}
