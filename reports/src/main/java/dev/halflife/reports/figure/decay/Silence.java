package dev.halflife.reports.figure.decay;

import dev.halflife.reports.chart.Column;
import dev.halflife.reports.chart.Figure;
import dev.halflife.reports.chart.Numbers;
import dev.halflife.reports.chart.Palette;
import dev.halflife.reports.chart.Plot;
import dev.halflife.reports.chart.Point;
import dev.halflife.sim.gate.RunRecord;
import java.util.Collections;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** One bump, or a thousand, and seventy half-lives: the clamp at EPS, and the one at 64 half-lives. */
final class Silence implements Figure {

    private static final int SILENCE = 80;
    private static final int SILENCE_LIMIT = 64;
    private static final double EPS = 0x1p-52;
    private static final int FLOOR_POWER = -20;
    private static final int MANY = 8_192;

    @Override
    public String name() {
        return "decay-silence";
    }

    @Override
    public String title() {
        return "Seventy half-lives of silence";
    }

    @Override
    public String component() {
        return "heat-registry";
    }

    @Override
    public Numbers numbers(RunRecord run) {
        Numbers.Builder numbers = Numbers.of(
                Column.number("silence_half_lives"),
                Column.number("bumps"),
                Column.number("exact"),
                Column.number("reference"),
                Column.number("published"));
        for (int bumps : new int[] {1, MANY}) {
            List<Long> train = Collections.nCopies(bumps, 0L);
            for (int i = 0; i <= SILENCE; i++) {
                long at = i * HeatRates.HALF_LIFE;
                numbers.row(
                        i,
                        bumps,
                        bumps * ExactDecay.factor(at, HeatRates.HALF_LIFE).doubleValue(),
                        HeatRates.rate("reference", train, at, HeatRates.HALF_LIFE),
                        HeatRates.rate("published", train, at, HeatRates.HALF_LIFE));
            }
        }
        return numbers.build();
    }

    @Override
    public String caption(Numbers numbers) {
        return "On a logarithmic axis the law is a straight line for ever. One bump is followed down to EPS = 2^-52 and is"
                + " exactly 0 below; eight thousand are still above EPS after 64 half-lives, and are 0 from there on"
                + " (D4). A logarithmic axis has no 0: those readings stand at its foot.";
    }

    @Override
    public Chart<?, ?> chart(Numbers numbers) {
        double floor = StrictMath.pow(10, FLOOR_POWER);
        Plot plot = Plot.of("silence (half-lives)", HeatRates.RATE)
                .yPowers(FLOOR_POWER, 5, 4)
                .x(0, SILENCE)
                .bound("EPS", Palette.GREY, new Point(0, EPS), new Point(SILENCE, EPS))
                .bound("64 half-lives", Palette.PURPLE, new Point(SILENCE_LIMIT, floor), new Point(SILENCE_LIMIT, 1e5));
        List<Numbers.Row> one = numbers.where("bumps", "1");
        List<Numbers.Row> many = numbers.where("bumps", String.valueOf(MANY));
        return plot.line("exact law", Palette.GREEN, law(one))
                .thin("exact law, 8,192 bumps", Palette.GREEN, law(many))
                .marks("1 bump", Palette.BLUE, SeriesMarkers.CIRCLE, readings(one, floor))
                .marks("8,192 bumps", Palette.ORANGE, SeriesMarkers.DIAMOND, readings(many, floor))
                .chart();
    }

    private static List<Point> law(List<Numbers.Row> rows) {
        return List.of(
                rows.get(0).point("silence_half_lives", "exact"),
                rows.get(rows.size() - 1).point("silence_half_lives", "exact"));
    }

    private static List<Point> readings(List<Numbers.Row> rows, double floor) {
        return rows.stream()
                .filter(row -> row.number("silence_half_lives") % 2 == 0)
                .map(row -> new Point(
                        row.number("silence_half_lives"),
                        row.number("reference") == 0 ? 2 * floor : row.number("reference")))
                .toList();
    }
}
