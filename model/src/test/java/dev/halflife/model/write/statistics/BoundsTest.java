package dev.halflife.model.write.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far a reply may be off: each bound by a number just within, and one just beyond. */
class BoundsTest {

    /** The unit in which the bounds of z-scores are told: what one rounding that counts may come to. */
    private static final double STEP = 0x1p-50;

    @Test
    void anIntervalHoldsItsEndsAndNothingBeyond() {
        Interval interval = Interval.around(3, 1);

        assertThat(interval).isEqualTo(new Interval(2, 4));
        assertThat(interval.holds(2)).isTrue();
        assertThat(interval.holds(4)).isTrue();
        assertThat(interval.holds(Math.nextDown(2.0))).isFalse();
        assertThat(interval.holds(Math.nextUp(4.0))).isFalse();
        assertThat(interval.with(1)).isEqualTo(new Interval(1, 4));
        assertThat(interval.with(5)).isEqualTo(new Interval(2, 5));
        assertThat(interval.magnitude()).isEqualTo(4);
        assertThat(new Interval(-3, 2).magnitude()).isEqualTo(3);
    }

    @Test
    void anExactNumberIsComparedWithAPowerOfTwoByItsMagnitude() {
        assertThat(Dyadic.of(1024).isAtLeastPowerOfTwo(10)).isTrue();
        assertThat(Dyadic.of(1024).isAtLeastPowerOfTwo(11)).isFalse();
        assertThat(Dyadic.of(-1023).isAtLeastPowerOfTwo(9)).isTrue();
        assertThat(Dyadic.of(-1023).isAtLeastPowerOfTwo(10)).isFalse();
        assertThat(Dyadic.ZERO.isAtLeastPowerOfTwo(-1)).isFalse();
        assertThat(Dyadic.of(-1).over(2)).isEqualTo(-0.5);
    }

    @Test
    void w1_aMeanMayBeOffByItsRoundingsAndByWhatItsSamplesAre() {
        Moments blurred = Moments.EMPTY.with(1, 0.5);
        assertThat(blurred.meanMayBe(1.5 + 0x1p-49)).isTrue();
        assertThat(blurred.meanMayBe(1.5 + 0x1p-48)).isFalse();
        assertThat(blurred.meanMayBe(0.5 - 0x1p-49)).isTrue();
        assertThat(blurred.meanMayBe(0.5 - 0x1p-48)).isFalse();

        Moments zero = MomentsProperties.replay(List.of(0.0));
        assertThat(zero.meanMayBe(4 * Double.MIN_VALUE)).isTrue();
        assertThat(zero.meanMayBe(5 * Double.MIN_VALUE)).isFalse();
    }

    /** Of 1 and 3 k, n and M2 are 2 and B is 3: 2^-49 · (4 + 48√2), and a square of that. */
    @Test
    void w1_anM2MayBeOffByItsRoundingsAndByThoseOfTheMean() {
        Moments moments = MomentsProperties.replay(List.of(1.0, 3.0));
        double bound = moments.m2Bound(2);

        assertThat(moments.m2MayBe(2 + 71 * 0x1p-49)).isTrue();
        assertThat(moments.m2MayBe(2 + 73 * 0x1p-49)).isFalse();
        assertThat(moments.m2MayBe(2 - 71 * 0x1p-49)).isTrue();
        assertThat(moments.m2MayBe(2 - 73 * 0x1p-49)).isFalse();
        assertThat(moments.m2MayBe(2 + bound)).isTrue();
        assertThat(moments.m2MayBe(2 - bound)).isTrue();
    }

    /** 2^1000 less one rounding comes to 2^1000 at most, which may not have been cut off yet; one more may. */
    @Test
    void f14_anM2IsAnyLargeNumberOnlyAboveTheLargeOne() {
        double most = 0x1p1000 - 0x1p951;

        assertThat(merged(1, 0, most).m2MayBe(0x1p1001)).isFalse();
        assertThat(merged(1, 0, most + 0x1p949).m2MayBe(0x1p1001)).isTrue();
    }

    /** A merge of mean 0 rounds the sum of squares alone: two of the four steps are the deviation's, one each the distance's and the quotient's. */
    @Test
    void w3_aZScoreMayBeOffByFourRoundings() {
        allowsUpTo(4, ZScores.of(merged(3, 0, 2), 2, 0), 2);
        allowsUpTo(4, ZScores.of(merged(3, 0, 8), 2, 0), 1);
        allowsUpTo(4, ZScores.of(merged(3, 0, 8), -2, 0), -1);
        allowsUpTo(4, ZScores.of(merged(2, 0, 4), 4, 0), 2);
    }

    /**
     * Of three with mean 1 and M2 2, δ is 2^-49: M2 may be off by 2^-49 · (2 + 4√6), the deviation by 5.899 steps and one,
     * the distance of 2 by 6 steps, 3 of each half, and the quotient by one: 10.899 in all.
     */
    @Test
    void w3_aZScoreMayBeOffByWhatTheMeanIs() {
        ZScores scores = ZScores.of(merged(3, 1, 2), 3, 0);

        assertThat(scores.allow(2 * (1 + 10.75 * STEP))).isTrue();
        assertThat(scores.allow(2 * (1 + 11.5 * STEP))).isFalse();
        assertThat(scores.allow(2 * (1 - 10.75 * STEP))).isTrue();
        assertThat(scores.allow(2 * (1 - 11.5 * STEP))).isFalse();
    }

    /** The same with a value off by δ too: a step more. */
    @Test
    void w3_aZScoreMayBeOffByWhatTheMeanAndItsValueAreTogether() {
        ZScores scores = ZScores.of(merged(3, 1, 2), 3, 0x1p-49);

        assertThat(scores.allow(2 * (1 + 11.75 * STEP))).isTrue();
        assertThat(scores.allow(2 * (1 + 12.5 * STEP))).isFalse();
        assertThat(scores.allow(2 * (1 - 11.75 * STEP))).isTrue();
        assertThat(scores.allow(2 * (1 - 12.5 * STEP))).isFalse();
    }

    @Test
    void w3_aZScoreMayBeOffByWhatItsValueIs() {
        ZScores scores = ZScores.of(merged(3, 0, 2), 2, 0x1p-20);

        assertThat(scores.allow(2 + 0x1p-20)).isTrue();
        assertThat(scores.allow(2 + 0x1p-20 + 0x1p-46)).isFalse();
        assertThat(scores.allow(2 - 0x1p-20)).isTrue();
        assertThat(scores.allow(2 - 0x1p-20 - 0x1p-46)).isFalse();
    }

    @Test
    void w3_aZScoreIsZeroForWantOfDeviationAndNextToTheLeastAlsoTheQuotient() {
        ZScores none = ZScores.of(merged(2, 0, 0), 7, 0);
        ZScores least = ZScores.of(merged(2, 0, 1e-20), 1e-10, 0);
        ZScores two = ZScores.of(merged(2, 0, 2), 7, 0);

        assertThat(none.range()).isEqualTo(new Interval(0, 0));
        assertThat(none.allow(0)).isTrue();
        assertThat(none.allow(7)).isFalse();
        assertThat(least.allow(0)).isTrue();
        assertThat(least.allow(1)).isTrue();
        assertThat(least.allow(0.5)).isFalse();
        assertThat(least.range().holds(0)).isTrue();
        assertThat(two.allow(0)).isFalse();
        assertThat(two.range().holds(0)).isFalse();
    }

    /** Of none the score is the distance: in double precision, in single precision, and 2^-22 of the greater beyond. */
    @Test
    void w5_aScoreOfNoneMayBeOffByWhatSinglePrecisionRounds() {
        float similarity = 0.1f;
        BigDecimal exact = BigDecimal.ONE.subtract(new BigDecimal(similarity));
        BigDecimal blur = new BigDecimal(1 - similarity).subtract(exact).abs();
        BigDecimal rounding = exact.add(blur).divide(BigDecimal.valueOf(1 << 22));
        BigDecimal off = blur.add(rounding);
        Interval scores = Novelty.scores(Novelty.zScores(Moments.EMPTY, similarity), similarity);

        assertThat(blur).isPositive();
        assertThat(new BigDecimal(Novelty.blur(similarity))).isEqualByComparingTo(blur);
        assertThat(scores.holds(exact.add(off).doubleValue() - 1e-15)).isTrue();
        assertThat(scores.holds(exact.add(off).doubleValue() + 1e-15)).isFalse();
        assertThat(scores.holds(exact.subtract(off).doubleValue() + 1e-15)).isTrue();
        assertThat(scores.holds(exact.subtract(off).doubleValue() - 1e-15)).isFalse();
    }

    @Test
    void w5_aScoreOfNoDistanceMayBeWhatUnderflows() {
        Interval scores = Novelty.scores(Novelty.zScores(Moments.EMPTY, 1), 1);

        assertThat(scores.holds(0)).isTrue();
        assertThat(scores.holds(0x1p-140)).isTrue();
        assertThat(scores.holds(0x1p-139)).isFalse();
    }

    /** What the distance is off by counts as often as the score has factors, and the z-score of it besides: 5.6e-7. */
    @Test
    void w5_aScoreMayBeOffByTheRoundingsOfItsFactors() {
        Moments population = MomentsProperties.replay(List.of(0.25, 0.75));
        double distance = 1.0 - 0.1f;
        double score = distance * (1 + (distance - 0.5) / Math.sqrt(0.125));
        Interval scores = Novelty.scores(Novelty.zScores(population, 0.1f), 0.1f);

        assertThat(scores.holds(score + 5.5e-7)).isTrue();
        assertThat(scores.holds(score + 5.7e-7)).isFalse();
        assertThat(scores.holds(score - 5.5e-7)).isTrue();
        assertThat(scores.holds(score - 5.7e-7)).isFalse();
    }

    @Test
    void w5_atTheEdgeOfTheBandAScoreMayBeCalledNearOrFar() {
        double rounding = 1.5 * 0x1p-22;

        for (double edge : new double[] {0.55, 0.45}) {
            double out = edge > 0.5 ? rounding : -rounding;
            assertThat(Novelty.mayBeNear(edge + 0.9 * out, 0.5f)).isTrue();
            assertThat(Novelty.mayBeNear(edge + 1.1 * out, 0.5f)).isFalse();
            assertThat(Novelty.mayBeFar(edge - 0.9 * out, 0.5f)).isTrue();
            assertThat(Novelty.mayBeFar(edge - 1.1 * out, 0.5f)).isFalse();
        }
        assertThat(Novelty.mayBeNear(0.05 + 0x1p-22, 0)).isTrue();
        assertThat(Novelty.mayBeFar(0.05 - 0x1p-22, 0)).isFalse();
    }

    private static Moments merged(long count, double mean, double m2) {
        return Moments.EMPTY.merge(new Summary(count, mean, m2));
    }

    /** And not half a step more, on either side. */
    private static void allowsUpTo(int steps, ZScores scores, double z) {
        assertThat(scores.allow(z * (1 + (steps - 0.5) * STEP))).isTrue();
        assertThat(scores.allow(z * (1 + (steps + 0.5) * STEP))).isFalse();
        assertThat(scores.allow(z * (1 - (steps - 0.5) * STEP))).isTrue();
        assertThat(scores.allow(z * (1 - (steps + 0.5) * STEP))).isFalse();
    }
}
