package dev.halflife.model.heat;

import static dev.halflife.model.heat.DecayLaw.EPS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.heat.EmissionRule.Action;
import dev.halflife.model.heat.EmissionRule.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The emission decision, row by row: the first that matches wins. */
class EmissionRuleTest {

    private static final HeatPolicy POLICY = new HeatPolicy(true, 2, 1_000);
    private static final HeatPolicy DISABLED = new HeatPolicy(false, 2, 1_000);
    private static final Belief NEVER = Belief.Unsettled.NEVER;
    private static final Belief UNKNOWN = Belief.Unsettled.UNKNOWN;
    private static final double ABOVE_EPS = Math.nextUp(EPS);

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, EPS, Double.NaN, Double.POSITIVE_INFINITY, -1})
    void e1_aDisabledPolicySuppressesEverything(double rate) {
        assertThat(EmissionRule.decide(rate, NEVER, DISABLED)).isEqualTo(suppress(HeatRule.E1));
        assertThat(EmissionRule.decide(rate, UNKNOWN, DISABLED)).isEqualTo(suppress(HeatRule.E1));
        assertThat(EmissionRule.decide(rate, told(100), DISABLED)).isEqualTo(suppress(HeatRule.E1));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                -1,
                -Double.MIN_VALUE,
                -Double.MAX_VALUE
            })
    void e2_aRateThatIsNoRateIsSuppressed(double rate) {
        assertThat(EmissionRule.decide(rate, NEVER, POLICY)).isEqualTo(suppress(HeatRule.E2));
        assertThat(EmissionRule.decide(rate, UNKNOWN, POLICY)).isEqualTo(suppress(HeatRule.E2));
        assertThat(EmissionRule.decide(rate, told(1), POLICY)).isEqualTo(suppress(HeatRule.E2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, Double.MIN_NORMAL, EPS, 1, Double.MAX_VALUE})
    void e3_aPositiveRateIsAnnouncedFirst(double rate) {
        assertThat(EmissionRule.decide(rate, NEVER, POLICY)).isEqualTo(emit(HeatRule.E3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, -0.0})
    void e3_aZeroRateIsNotAnnouncedFirst(double rate) {
        assertThat(EmissionRule.decide(rate, NEVER, POLICY)).isEqualTo(suppress(HeatRule.E3));
    }

    @ParameterizedTest
    @CsvSource({"0.0, 1", "-0.0, 1", "0.0, 4.9e-324", "0.0, 2.220446049250313e-16", "0.0, Infinity"})
    void e4_aZeroRateThatPeersBelievePositiveIsWithdrawn(double rate, double last) {
        assertThat(EmissionRule.decide(rate, told(last), POLICY)).isEqualTo(withdraw(HeatRule.E4));
    }

    @ParameterizedTest
    @CsvSource({"0.0, 0.0", "-0.0, 0.0", "0.0, -0.0", "0.0, -1"})
    void e5_aZeroRateThatPeersDoNotBelievePositiveIsSuppressed(double rate, double last) {
        assertThat(EmissionRule.decide(rate, told(last), POLICY)).isEqualTo(suppress(HeatRule.E5));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.0",
        "1, -0.0",
        "1, -1",
        "1, NaN",
        "1, Infinity",
        "1, 4.9e-324",
        "1, 2.220446049250313e-16",
        "4.9e-324, 4.9e-324",
        "2.220446049250313e-16, 2.220446049250313e-16",
        "2.220446049250313e-16, 1",
        "2.2250738585072014e-308, 1"
    })
    void e6_nextToANumberThatIsNotSolidAPositiveRateIsAnnounced(double rate, double last) {
        assertThat(EmissionRule.decide(rate, told(last), POLICY)).isEqualTo(emit(HeatRule.E6));
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "1, 2", "4, 1", "1, 4", "1.7976931348623157e308, 1e-15", "1e-15, 1.7976931348623157e308"})
    void e7_aRateThatMovedByTheRatioOrMoreIsAnnounced(double rate, double last) {
        assertThat(EmissionRule.decide(rate, told(last), POLICY)).isEqualTo(emit(HeatRule.E7));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1.9999999999999998, 1", "1, 1.9999999999999998", "1.5, 1"})
    void e8_aRateThatMovedByLessThanTheRatioIsSuppressed(double rate, double last) {
        assertThat(EmissionRule.decide(rate, told(last), POLICY)).isEqualTo(suppress(HeatRule.E8));
    }

    @Test
    void e8_justAboveEpsAQuotientCountsAgain() {
        assertThat(EmissionRule.decide(ABOVE_EPS, told(ABOVE_EPS), POLICY)).isEqualTo(suppress(HeatRule.E8));
        assertThat(EmissionRule.decide(ABOVE_EPS, told(1), POLICY)).isEqualTo(emit(HeatRule.E7));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, EPS, 1, Double.MAX_VALUE})
    void f13_unknownAnnouncesAPositiveRate(double rate) {
        assertThat(EmissionRule.decide(rate, UNKNOWN, POLICY)).isEqualTo(emit(HeatRule.F13));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, -0.0})
    void f13_unknownWithdrawsAZeroRate(double rate) {
        assertThat(EmissionRule.decide(rate, UNKNOWN, POLICY)).isEqualTo(withdraw(HeatRule.F13));
    }

    @ParameterizedTest
    @CsvSource({
        "1.9999999981, true",
        "2.0000000019, true",
        "2, true",
        "1.99999999, false",
        "2.00000001, false",
        "1, false"
    })
    void e7_aQuotientWithin1e9OfTheRatioMayGoEitherWay(double quotient, boolean either) {
        assertThat(EmissionRule.eitherWay(quotient, told(1), POLICY, false)).isEqualTo(either);
        assertThat(EmissionRule.eitherWay(1, told(quotient), POLICY, false)).isEqualTo(either);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0000000001, 1.5, true",
        "0.9999999999, 1.5, true",
        "1, 1.5, true",
        "1.00001, 1.5, false",
        "0.9, 1.5, false"
    })
    void e6_aQuotientOfARateAroundEpsMayOrMayNotCount(double rate, double last, boolean either) {
        assertThat(EmissionRule.eitherWay(rate * EPS, told(last * EPS), POLICY, false))
                .isEqualTo(either);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.0000000001, 1.5})
    void e6_whatWasAnnouncedIsKnownToTheBitAndLeavesNoChoice(double rate) {
        assertThat(EmissionRule.eitherWay(rate * EPS, told(EPS), POLICY, false)).isFalse();
        assertThat(EmissionRule.eitherWay(1.5 * EPS, told(rate * ABOVE_EPS), POLICY, false))
                .isFalse();
    }

    @Test
    void e6_aRateAroundEpsThatMovedByMoreThanTheRatioIsAnnouncedEitherWay() {
        assertThat(EmissionRule.eitherWay(EPS, told(1), POLICY, false)).isFalse();
        assertThat(EmissionRule.eitherWay(1, told(EPS), POLICY, false)).isFalse();
    }

    @Test
    void e1_whereNoQuotientDecidesThereIsNoChoice() {
        assertThat(EmissionRule.eitherWay(2, told(1), DISABLED, false)).isFalse();
        assertThat(EmissionRule.eitherWay(EPS, NEVER, POLICY, false)).isFalse();
        assertThat(EmissionRule.eitherWay(EPS, UNKNOWN, POLICY, false)).isFalse();
        assertThat(EmissionRule.eitherWay(0, told(EPS), POLICY, false)).isFalse();
        assertThat(EmissionRule.eitherWay(EPS, told(0), POLICY, false)).isFalse();
    }

    private static Belief told(double rate) {
        return new Belief.Announced(rate);
    }

    private static Decision suppress(HeatRule row) {
        return new Decision(Action.SUPPRESS, row);
    }

    private static Decision emit(HeatRule row) {
        return new Decision(Action.EMIT, row);
    }

    private static Decision withdraw(HeatRule row) {
        return new Decision(Action.WITHDRAW, row);
    }
}
