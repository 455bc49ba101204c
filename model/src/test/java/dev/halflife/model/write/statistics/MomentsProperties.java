package dev.halflife.model.write.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Populations against exact decimal replays, and against the formulas in doubles, which have to keep to the bound. */
class MomentsProperties {

    private static final MathContext MANY_DIGITS = new MathContext(40);

    @Property(tries = 1_000, seed = "20260611")
    void w1_meanAndM2AreThoseOfAnExactReplay(@ForAll("samples") List<Double> samples) {
        Moments moments = replay(samples);
        BigDecimal count = BigDecimal.valueOf(samples.size());
        BigDecimal sum = BigDecimal.ZERO;
        for (double sample : samples) {
            sum = sum.add(new BigDecimal(sample));
        }
        BigDecimal mean = sum.divide(count, new MathContext(1_000));
        BigDecimal m2 = BigDecimal.ZERO;
        for (double sample : samples) {
            m2 = m2.add(new BigDecimal(sample).subtract(mean).pow(2));
        }

        assertThat(moments.count()).isEqualTo(samples.size());
        assertClose(moments.mean(), mean);
        if (m2.compareTo(new BigDecimal(Double.MAX_VALUE)) < 0) {
            assertClose(moments.m2(), m2);
        } else {
            assertThat(moments.m2()).isGreaterThan(Double.MAX_VALUE / 2);
        }
    }

    private static void assertClose(double seen, BigDecimal exact) {
        BigDecimal distance = new BigDecimal(seen).subtract(exact).abs();
        assertThat(distance.round(MANY_DIGITS)).isLessThanOrEqualTo(new BigDecimal(2 * Math.ulp(seen)));
    }

    @Property(tries = 1_000, seed = "20260612")
    void w2_mergingIsReplayingBothAndTheOrderDoesNotMatter(
            @ForAll("samples") List<Double> some, @ForAll("samples") List<Double> more) {
        Moments both = replay(some);
        for (double sample : more) {
            both = both.with(sample, 0);
        }
        Moments there = added(replay(some), replay(more));
        Moments back = added(replay(more), replay(some));

        assertThat(there).isEqualTo(back);
        assertThat(there.sum()).isEqualTo(both.sum());
        assertThat(there.squares()).isEqualTo(both.squares());
        assertThat(there.count()).isEqualTo(both.count());
    }

    /** As if the second had been told without rounding. */
    private static Moments added(Moments some, Moments more) {
        return new Moments(
                some.count() + more.count(),
                some.sum().plus(more.sum()),
                some.squares().plus(more.squares()),
                0,
                0,
                0,
                true,
                Moments.Latest.MERGED);
    }

    @Property(tries = 1_000, seed = "20260613")
    void w2_anExactSummaryMergesToWhatItSaysAndAnEmptyOneChangesNothing(@ForAll("samples") List<Double> samples) {
        Moments moments = replay(samples);

        assertThat(moments.merge(new Summary(0, 3, 4))).isEqualTo(moments);
        Moments merged = moments.merge(new Summary(2, 0.5, 0.5));
        assertThat(merged.sum()).isEqualTo(moments.with(0, 0).with(1, 0).sum());
        assertThat(merged.squares()).isEqualTo(moments.with(0, 0).with(1, 0).squares());
    }

    /** Welford's formula, with Chan's for every third sample, stays within the bound for samples of any magnitude below the one that overflows. */
    @Property(tries = 4_000, seed = "20260614")
    void theFormulasInDoublesKeepToTheBound(@ForAll("tameSamples") List<Double> samples) {
        Moments moments = Moments.EMPTY;
        long count = 0;
        double mean = 0;
        double m2 = 0;
        for (double sample : samples) {
            double distance = sample - mean;
            if (count % 3 == 2) {
                moments = moments.merge(new Summary(2, sample, 0));
                m2 += distance * distance * (count * 2.0 / (count + 2));
                mean += distance * (2.0 / (count + 2));
                count += 2;
            } else {
                moments = moments.with(sample, 0);
                count++;
                mean += distance / count;
                m2 += distance * (sample - mean);
            }
            assertThat(Departure.of(moments, new Summary(count, mean, m2), Contract.strict()))
                    .isNull();
        }
    }

    /** A bound that allowed everything would prove nothing: of numbers up to 1, a hundred of them, less than 1e-10. */
    @Property(tries = 200, seed = "20260615")
    void theBoundIsTight(@ForAll("distances") List<Double> distances) {
        Moments moments = replay(distances);

        assertThat(moments.meanBound()).isLessThan(1e-12);
        assertThat(moments.m2Bound(moments.m2())).isLessThan(1e-9);
    }

    static Moments replay(List<Double> samples) {
        Moments moments = Moments.EMPTY;
        for (double sample : samples) {
            moments = moments.with(sample, 0);
        }
        return moments;
    }

    @Provide
    Arbitrary<List<Double>> samples() {
        return DyadicProperties.Doubles.finite().list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Double>> tameSamples() {
        Arbitrary<Double> wide = Arbitraries.longs()
                .map(Double::longBitsToDouble)
                .filter(value -> Math.abs(value) < Moments.LARGE_MAGNITUDE);
        Arbitrary<Double> offset = Arbitraries.integers().between(0, 3).map(step -> 1e9 + step);
        Arbitrary<Double> signed = Arbitraries.of(1e15, -1e15, 1.0, -1.0, 1e-308, Double.MIN_VALUE);
        return Arbitraries.oneOf(
                wide.list().ofMaxSize(40),
                offset.list().ofMaxSize(80),
                signed.list().ofMaxSize(80),
                Arbitraries.doubles().between(0, 1).list().ofMaxSize(80));
    }

    @Provide
    Arbitrary<List<Double>> distances() {
        return Arbitraries.doubles().between(0, 1).list().ofSize(100);
    }
}
