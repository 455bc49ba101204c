package dev.halflife.reports.figure.decay;

import dev.halflife.model.NumberText;
import dev.halflife.model.heat.DecayLaw;
import dev.halflife.reports.chart.Column;
import dev.halflife.reports.chart.Figure;
import dev.halflife.reports.chart.Numbers;
import dev.halflife.reports.chart.Palette;
import dev.halflife.reports.chart.Plot;
import dev.halflife.reports.chart.Point;
import dev.halflife.sim.gate.RunRecord;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How far the implementations are from exact arithmetic, in units of the last place. */
final class RoundingError implements Figure {

    private static final int POINTS = 120;
    private static final double FROM_POWER = -4;
    private static final double TO_HALF_LIVES = 52;

    /** A logarithmic axis has no 0: what is exact to the last bit stands at its foot. */
    private static final double FOOT = 0.0013;

    @Override
    public String name() {
        return "decay-error";
    }

    @Override
    public String title() {
        return "Distance from exact arithmetic";
    }

    @Override
    public String component() {
        return "heat-registry";
    }

    @Override
    public Numbers numbers(RunRecord run) {
        Numbers.Builder numbers = Numbers.of(
                Column.number("silence_half_lives"),
                Column.number("exact"),
                Column.number("reference_error_ulps"),
                Column.number("published_error_ulps"),
                Column.number("bound_ulps"));
        double toPower = StrictMath.log10(TO_HALF_LIVES);
        for (int i = 0; i <= POINTS; i++) {
            double halfLives = StrictMath.pow(10, FROM_POWER + i * (toPower - FROM_POWER) / POINTS);
            long at = StrictMath.round(halfLives * HeatRates.HALF_LIFE);
            BigDecimal exact = ExactDecay.factor(at, HeatRates.HALF_LIFE);
            numbers.row(
                    at / (double) HeatRates.HALF_LIFE,
                    exact,
                    ulps("reference", at, exact),
                    ulps("published", at, exact),
                    DecayLaw.RELATIVE_ERROR * exact.doubleValue() / Math.ulp(exact.doubleValue()));
        }
        return numbers.build();
    }

    private static BigDecimal ulps(String subject, long at, BigDecimal exact) {
        double rate = HeatRates.rate(subject, List.of(0L), at, HeatRates.HALF_LIFE);
        return new BigDecimal(rate)
                .subtract(exact)
                .abs()
                .divide(new BigDecimal(Math.ulp(exact.doubleValue())), MathContext.DECIMAL64);
    }

    @Override
    public String caption(Numbers numbers) {
        double worst = numbers.all().stream()
                .mapToDouble(
                        row -> StrictMath.max(row.number("reference_error_ulps"), row.number("published_error_ulps")))
                .max()
                .orElse(0);
        return String.format(
                Locale.ROOT,
                "One bump, then silence; %d lengths of silence, evenly spaced on a logarithmic axis. The largest error is"
                        + " %.2f ulp. The judge allows a relative error of %.1e, which is 58 to 117 ulps, since decay in"
                        + " many steps adds up.",
                numbers.rows().size(),
                NumberText.decimal(worst),
                NumberText.decimal(DecayLaw.RELATIVE_ERROR));
    }

    @Override
    public Chart<?, ?> chart(Numbers numbers) {
        double bound = numbers.all().stream()
                .mapToDouble(row -> row.number("bound_ulps"))
                .min()
                .orElse(1);
        return Plot.of("silence (half-lives)", "error (ulps)")
                .xPowers(-4, 2, 1)
                .yPowers(-3, 3, 1)
                .marks("reference", Palette.BLUE, SeriesMarkers.CIRCLE, everySecond(numbers, 0, "reference_error_ulps"))
                .marks(
                        "published",
                        Palette.ORANGE,
                        SeriesMarkers.DIAMOND,
                        everySecond(numbers, 1, "published_error_ulps"))
                .bound("what the judge allows", Palette.GREY, new Point(1e-4, bound), new Point(100, bound))
                .chart();
    }

    /** By turns, so that neither hides the other. */
    private static List<Point> everySecond(Numbers numbers, int first, String column) {
        List<Point> points = new ArrayList<>();
        for (int i = first; i < numbers.rows().size(); i += 2) {
            Numbers.Row row = numbers.all().get(i);
            points.add(new Point(row.number("silence_half_lives"), StrictMath.max(FOOT, row.number(column))));
        }
        return points;
    }
}
