package dev.halflife.reports.figure.decay;

import dev.halflife.reports.chart.Column;
import dev.halflife.reports.chart.Figure;
import dev.halflife.reports.chart.Numbers;
import dev.halflife.reports.chart.Palette;
import dev.halflife.reports.chart.Plot;
import dev.halflife.reports.chart.Point;
import dev.halflife.sim.gate.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Bumps three to the half-life, then silence: the reference and the published port on the exact law. */
final class BumpTrain implements Figure {

    private static final List<Long> BUMPS = LongStream.rangeClosed(0, 15)
            .map(i -> 20 * i * HeatRates.SECOND)
            .boxed()
            .toList();
    private static final long UNTIL = 10 * HeatRates.HALF_LIFE;
    private static final long STEP = 5 * HeatRates.SECOND;

    @Override
    public String name() {
        return "decay-bump-train";
    }

    @Override
    public String title() {
        return "A train of bumps, then silence";
    }

    @Override
    public String component() {
        return "heat-registry";
    }

    @Override
    public Numbers numbers(RunRecord run) {
        Numbers.Builder numbers = Numbers.of(
                Column.number("time_half_lives"),
                Column.number("exact"),
                Column.number("reference"),
                Column.number("published"));
        for (long at = 0; at <= UNTIL; at += STEP) {
            if (BUMPS.contains(at) && at > 0) {
                // What was left just before the bump, for the curve's teeth.
                numbers.row(at / (double) HeatRates.HALF_LIFE, exact(at - 1), "", "");
            }
            numbers.row(
                    at / (double) HeatRates.HALF_LIFE,
                    exact(at),
                    HeatRates.rate("reference", BUMPS, at, HeatRates.HALF_LIFE),
                    HeatRates.rate("published", BUMPS, at, HeatRates.HALF_LIFE));
        }
        return numbers.build();
    }

    private static double exact(long at) {
        return ExactDecay.rate(BUMPS, at, HeatRates.HALF_LIFE).doubleValue();
    }

    @Override
    public String caption(Numbers numbers) {
        return "Sixteen bumps, three to the half-life, lift the rate towards 4.85; after the last one it halves with every"
                + " half-life. Both implementations stand on the law; how near is told two charts below.";
    }

    @Override
    public Chart<?, ?> chart(Numbers numbers) {
        List<Numbers.Row> readings = numbers.where(row -> row.has("reference"));
        return Plot.of("time (half-lives)", HeatRates.RATE)
                .x(0, 10)
                .yFromZero()
                .line(
                        "exact law",
                        Palette.GREEN,
                        numbers.all().stream()
                                .map(row -> row.point("time_half_lives", "exact"))
                                .toList())
                .marks("reference", Palette.BLUE, SeriesMarkers.CIRCLE, everyFourth(readings, 0, "reference"))
                .marks("published", Palette.ORANGE, SeriesMarkers.DIAMOND, everyFourth(readings, 2, "published"))
                .chart();
    }

    /** Few enough to be told apart. */
    private static List<Point> everyFourth(List<Numbers.Row> rows, int first, String column) {
        List<Point> points = new ArrayList<>();
        for (int i = first; i < rows.size(); i += 4) {
            points.add(rows.get(i).point("time_half_lives", column));
        }
        return points;
    }
}
