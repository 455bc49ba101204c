package dev.halflife.reports.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The decay of the reference heat registry beside the exact law. Deterministic: the same bytes on every run. */
public final class DecayFigures {

    private static final long SECOND = 1_000_000_000L;
    private static final long HALF_LIFE = 60 * SECOND;
    private static final String RATE = "rate (reads per half-life)";

    private static final int SILENCE = 70;
    private static final int SILENCE_LIMIT = 64;
    private static final double EPS = 0x1p-52;
    private static final int FLOOR_POWER = -22;

    private DecayFigures() {}

    /** All of them; where this machine cannot draw, without their drawings. */
    public static List<Figure> all() {
        System.setProperty("java.awt.headless", "true");
        return List.of(bumpTrain(), silence());
    }

    /** Bumps three to the half-life, then silence. */
    private static Figure bumpTrain() {
        List<Long> bumps =
                LongStream.rangeClosed(0, 15).map(i -> 20 * i * SECOND).boxed().toList();
        long until = 10 * HALF_LIFE;
        List<Sample> samples = Sample.every(10 * SECOND, until, bumps, HALF_LIFE);
        List<Point> law = new ArrayList<>();
        for (long at = 0; at <= until; at += 4 * SECOND) {
            if (bumps.contains(at) && at > 0) {
                law.add(exact(bumps, at - 1));
            }
            law.add(exact(bumps, at));
        }
        return new Figure(
                "decay-bump-train",
                "A train of bumps, then silence",
                "Sixteen bumps, three to the half-life, lift the rate towards 4.85; after the last one it halves with every"
                        + " half-life. " + error(samples),
                Painter.paint(
                        "decay-bump-train",
                        () -> Plot.linear("time (half-lives)", RATE)
                                .xTo(10)
                                .line("exact law", Plot.ORANGE, law)
                                .marks("reference", Plot.BLUE, SeriesMarkers.CIRCLE, measured(samples))
                                .chart()),
                Sample.csv(samples));
    }

    private static Point exact(List<Long> bumps, long at) {
        return new Point(
                at / (double) HALF_LIFE, ExactDecay.rate(bumps, at, HALF_LIFE).doubleValue());
    }

    /** One bump and seventy half-lives. */
    private static Figure silence() {
        List<Sample> samples = Sample.every(HALF_LIFE, SILENCE * HALF_LIFE, List.of(0L), HALF_LIFE);
        List<Sample> alive =
                samples.stream().filter(sample -> sample.reference() > 0).toList();
        List<Point> law = Stream.of(samples.get(0), samples.get(samples.size() - 1))
                .map(sample -> new Point(sample.halfLives(), sample.exact().doubleValue()))
                .toList();
        double floor = StrictMath.pow(10, FLOOR_POWER);
        List<Point> gone = samples.stream()
                .filter(sample -> sample.reference() == 0)
                .map(sample -> new Point(sample.halfLives(), 2 * floor))
                .toList();
        return new Figure(
                "decay-silence",
                "One bump and seventy half-lives of silence",
                "On a logarithmic axis the law is a straight line for ever. The reference follows it down to EPS = 2^-52 and"
                        + " is exactly 0 below (D4); a logarithmic axis has no 0, so those readings stand at its foot. "
                        + error(alive),
                Painter.paint(
                        "decay-silence",
                        () -> Plot.logarithmic("silence (half-lives)", RATE, FLOOR_POWER, 2)
                                .xTo(SILENCE)
                                .line("exact law", Plot.ORANGE, law)
                                .marks("reference", Plot.BLUE, SeriesMarkers.CIRCLE, measured(alive))
                                .marks("clamped to 0", Plot.BLUE, SeriesMarkers.CROSS, gone)
                                .bound("EPS", Plot.GREEN, new Point(0, EPS), new Point(SILENCE, EPS))
                                .bound(
                                        "64 half-lives",
                                        Plot.GREY,
                                        new Point(SILENCE_LIMIT, floor),
                                        new Point(SILENCE_LIMIT, 100))
                                .chart()),
                Sample.csv(samples));
    }

    private static List<Point> measured(List<Sample> samples) {
        return samples.stream()
                .map(sample -> new Point(sample.halfLives(), sample.reference()))
                .toList();
    }

    private static String error(List<Sample> samples) {
        double worst = samples.stream().mapToDouble(Sample::errorUlps).max().orElse(0);
        return String.format(
                Locale.ROOT,
                "Largest distance from exact arithmetic over %d readings: %.2f ulp.",
                samples.size(),
                worst);
    }
}
