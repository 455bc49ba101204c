package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** The samples hold the edge cases already. */
@PropertyDefaults(tries = 500, edgeCases = EdgeCasesMode.NONE)
class SummaryProperties {

    @Property
    void w1_meanAndDeviationAreNearTheExactOnes(@ForAll("samples") List<Double> samples) {
        ExactSummary.of(samples).isNear(replay(samples));
    }

    @Property
    void w2_mergingIsNearTheExactStatisticsOfBoth(
            @ForAll("samples") List<Double> left, @ForAll("samples") List<Double> right) {
        Summary merged = replay(left).merge(replay(right));
        assertThat(merged.count()).isEqualTo(left.size() + right.size());
        ExactSummary.of(both(left, right)).isNear(merged);
    }

    @Property
    void w2_mergingIsTheSameWhicheverSideIsAsked(
            @ForAll("samples") List<Double> left, @ForAll("samples") List<Double> right) {
        assertThat(replay(left).merge(replay(right))).isEqualTo(replay(right).merge(replay(left)));
    }

    @Property
    void w2_mergingIsAssociativeWithinTheBound(
            @ForAll("samples") List<Double> first,
            @ForAll("samples") List<Double> second,
            @ForAll("samples") List<Double> third) {
        Summary leftFirst = replay(first).merge(replay(second)).merge(replay(third));
        Summary rightFirst = replay(first).merge(replay(second).merge(replay(third)));
        ExactSummary exact = ExactSummary.of(both(both(first, second), third));
        exact.isNear(leftFirst);
        exact.isNear(rightFirst);
    }

    @Property
    void w1_theMeanStaysWithinTheSamples(@ForAll("samples") List<Double> left, @ForAll("samples") List<Double> right) {
        List<Double> both = both(left, right);
        double least = both.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double greatest = both.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        assertThat(replay(both).mean()).isBetween(least, greatest);
        assertThat(replay(left).merge(replay(right)).mean()).isBetween(least, greatest);
    }

    @Property
    void w3_aZScoreIsFiniteWhateverTheSamplesAndTheValue(
            @ForAll("samples") List<Double> samples, @ForAll("values") double value) {
        assertThat(replay(samples).zScore(value)).isFinite();
    }

    private static Summary replay(List<Double> samples) {
        Summary summary = Summary.EMPTY;
        for (double sample : samples) {
            summary = summary.with(sample);
        }
        return summary;
    }

    private static List<Double> both(List<Double> left, List<Double> right) {
        List<Double> both = new ArrayList<>(left);
        both.addAll(right);
        return both;
    }

    /** Streams of one character each: usual distances, large offsets, tiny and huge numbers, and all of them together. */
    @Provide
    Arbitrary<List<Double>> samples() {
        Arbitrary<Double> usual = Arbitraries.doubles().between(0, 1).ofScale(17);
        Arbitrary<Double> offset = usual.map(sample -> 1e9 + sample * 1e-6);
        Arbitrary<Double> tiny = usual.map(sample -> sample * 1e-307);
        Arbitrary<Double> huge =
                Arbitraries.of(Double.MAX_VALUE, -Double.MAX_VALUE, 1e308, -1e308, 1e160, -1e160, 0.0, 1e-308);
        Arbitrary<Double> wide = usual.map(sample -> (sample - 0.5) * 1e150);
        Arbitrary<Double> any = Arbitraries.oneOf(usual, offset, tiny, huge, wide, values());
        return Arbitraries.oneOf(listOf(usual), listOf(offset), listOf(tiny), listOf(huge), listOf(wide), listOf(any));
    }

    private static Arbitrary<List<Double>> listOf(Arbitrary<Double> samples) {
        return samples.list().ofMinSize(1).ofMaxSize(60);
    }

    /** Every bit pattern that is a finite number. */
    @Provide
    Arbitrary<Double> values() {
        return Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
    }
}
