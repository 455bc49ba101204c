package dev.halflife.reports.figure.path;

import dev.halflife.model.NumberText;
import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.reports.chart.Column;
import dev.halflife.reports.chart.Figure;
import dev.halflife.reports.chart.Numbers;
import dev.halflife.reports.chart.Palette;
import dev.halflife.reports.chart.Plot;
import dev.halflife.reports.chart.Point;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.random.Rng;
import dev.halflife.sim.subject.Subject;
import dev.halflife.sim.write.statistics.StatisticsComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How far the running deviation drifts from the exact one. */
final class RunningError implements Figure {

    private static final String PARTITION = "realm/namespace/model/layer";
    private static final double OFFSET = 1e6;
    private static final int SAMPLES = 100_000;
    private static final MathContext DIGITS = new MathContext(40);

    /** A logarithmic axis has no 0: what is exact to the last bit stands at its foot. */
    private static final double FOOT = 1.2e-17;

    @Override
    public String name() {
        return "path-running-error";
    }

    @Override
    public String title() {
        return "Running mean and deviation against exact";
    }

    @Override
    public String component() {
        return "running-statistics";
    }

    @Override
    public Numbers numbers(RunRecord run) {
        Numbers.Builder numbers = Numbers.of(
                Column.number("samples"),
                Column.number("exact_mean"),
                Column.number("exact_deviation"),
                Column.number("reference_mean_error"),
                Column.number("reference_deviation_error"),
                Column.number("published_deviation_error"),
                Column.number("sum_of_squares_deviation_error"));
        StatisticsConfig config = new StatisticsConfig(StatisticsConfig.DEFAULT_INTERVAL, false);
        Rng rng = new Rng(1);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        double plainSum = 0;
        double plainSquares = 0;
        int next = 10;
        try (Subject<StatisticsOperation, StatisticsReply> reference =
                        new StatisticsComponent().subject("reference", config);
                Subject<StatisticsOperation, StatisticsReply> published =
                        new StatisticsComponent().subject("published", config)) {
            for (int n = 1; n <= SAMPLES; n++) {
                double sample = OFFSET + rng.nextDouble();
                reference.apply(new StatisticsOperation.Update(0, PARTITION, sample));
                published.apply(new StatisticsOperation.Update(0, PARTITION, sample));
                BigDecimal exact = new BigDecimal(sample);
                sum = sum.add(exact);
                squares = squares.add(exact.multiply(exact));
                plainSum += sample;
                plainSquares += sample * sample;
                if (n == next) {
                    next = (int) StrictMath.ceil(next * 1.33);
                    BigDecimal count = new BigDecimal(n);
                    BigDecimal mean = sum.divide(count, DIGITS);
                    BigDecimal deviation = squares.subtract(sum.multiply(sum).divide(count, DIGITS))
                            .divide(count.subtract(BigDecimal.ONE), DIGITS)
                            .sqrt(DIGITS);
                    double plain = (plainSquares - plainSum * plainSum / n) / (n - 1);
                    numbers.row(
                            n,
                            mean,
                            deviation,
                            error(told(reference).summary().mean(), mean),
                            error(StrictMath.sqrt(told(reference).variance()), deviation),
                            error(StrictMath.sqrt(told(published).variance()), deviation),
                            error(StrictMath.sqrt(StrictMath.max(0, plain)), deviation));
                }
            }
        }
        return numbers.build();
    }

    private static StatisticsReply.Told told(Subject<StatisticsOperation, StatisticsReply> subject) {
        return (StatisticsReply.Told) subject.apply(new StatisticsOperation.Read(0, PARTITION));
    }

    private static BigDecimal error(double told, BigDecimal exact) {
        return new BigDecimal(told).subtract(exact).abs().divide(exact, DIGITS);
    }

    @Override
    public String caption(Numbers numbers) {
        Numbers.Row last = numbers.all().get(numbers.rows().size() - 1);
        return String.format(
                Locale.ROOT,
                "Samples between 1,000,000 and 1,000,001, so that the deviation is small beside the mean. After %s of them"
                        + " the deviation of Welford's algorithm, reference and published alike, is off by %.0e of itself, and"
                        + " the mean by %.0e; adding up squares, as a textbook would, is off by %.0e.",
                last.text("samples"),
                NumberText.decimal(last.number("reference_deviation_error")),
                NumberText.decimal(last.number("reference_mean_error")),
                NumberText.decimal(last.number("sum_of_squares_deviation_error")));
    }

    @Override
    public Chart<?, ?> chart(Numbers numbers) {
        return Plot.of("samples", "relative error")
                .xPowers(1, 5, 1)
                .yPowers(-17, 1, 3)
                .marked(
                        "sum of squares",
                        Palette.GREY,
                        SeriesMarkers.SQUARE,
                        points(numbers, "sum_of_squares_deviation_error"))
                .marked(
                        "deviation, published",
                        Palette.ORANGE,
                        SeriesMarkers.DIAMOND,
                        points(numbers, "published_deviation_error"))
                .marks(
                        "deviation, reference",
                        Palette.BLUE,
                        SeriesMarkers.CIRCLE,
                        points(numbers, "reference_deviation_error"))
                .marked(
                        "mean, reference",
                        Palette.SKY,
                        SeriesMarkers.TRIANGLE_UP,
                        points(numbers, "reference_mean_error"))
                .chart();
    }

    private static List<Point> points(Numbers numbers, String column) {
        return numbers.all().stream()
                .map(row -> new Point(row.number("samples"), StrictMath.max(FOOT, row.number(column))))
                .toList();
    }
}
