package dev.halflife.reports.bench;

import dev.halflife.model.NumberText;
import dev.halflife.reports.chart.Column;
import dev.halflife.reports.chart.Numbers;
import dev.halflife.reports.chart.Palette;
import dev.halflife.reports.chart.Picture;
import dev.halflife.reports.chart.Plot;
import dev.halflife.reports.chart.Point;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A growth on logarithmic axes, where what counts is how steep it is. */
public final class GrowthPicture implements Picture {

    /** A logarithmic axis has no 0: nothing due stands at its foot. */
    private static final double FOOT = 0.001;

    private static final List<String> UNITS = List.of("ns", "µs", "ms", "s");

    private final Growth growth;
    private final String along;

    /** Of that growth. */
    public GrowthPicture(Growth growth) {
        this.growth = growth;
        this.along = growth.along().replace(' ', '_');
    }

    /** What was measured, as a table. */
    public Numbers numbers() {
        Numbers.Builder numbers = Numbers.of(
                Column.number(along),
                Column.number("published_nanos"),
                Column.number("reference_nanos"),
                Column.number("ratio"),
                Column.number("lowest_ratio"),
                Column.number("highest_ratio"));
        for (Growth.Point point : growth.points()) {
            numbers.row(
                    point.at(),
                    point.publishedNanos(),
                    point.referenceNanos(),
                    point.ratio(),
                    point.lowestRatio(),
                    point.highestRatio());
        }
        return numbers.build();
    }

    @Override
    public String name() {
        return growth.name();
    }

    @Override
    public String title() {
        return growth.operation() + ", against " + growth.along();
    }

    @Override
    public String caption(Numbers numbers) {
        return String.format(
                Locale.ROOT,
                "The cost of one operation, of all threads together, the median of 15 rounds. It grows as %s to the power"
                        + " %.2f (published) and %.2f (reference).",
                growth.along(),
                NumberText.decimal(growth.publishedPower()),
                NumberText.decimal(growth.referencePower()));
    }

    @Override
    public Chart<?, ?> chart(Numbers numbers) {
        List<Point> published = points(numbers, "published_nanos");
        List<Point> reference = points(numbers, "reference_nanos");
        double[] nanos = DoubleStream.concat(
                        published.stream().mapToDouble(Point::y),
                        reference.stream().mapToDouble(Point::y))
                .sorted()
                .toArray();
        Plot plot = Plot.of(growth.along(), growth.operation());
        return axis(plot, published)
                .yPowers(below(nanos[0]), above(nanos[nanos.length - 1]), 1)
                .yWritten(GrowthPicture::span)
                .marked("published", Palette.ORANGE, SeriesMarkers.DIAMOND, published)
                .marked("reference", Palette.BLUE, SeriesMarkers.CIRCLE, reference)
                .chart();
    }

    /** Keys and shares by powers of ten; threads are too few for that, and stand by powers of two. */
    private Plot axis(Plot plot, List<Point> points) {
        double last = points.get(points.size() - 1).x();
        return byTwo()
                ? plot.x(0, last).xWritten(at -> isWhole(at) ? String.valueOf(Math.round(Math.pow(2, at))) : " ")
                : plot.xPowers(below(points.get(0).x()), above(last), 1).xWritten(GrowthPicture::power);
    }

    private boolean byTwo() {
        return growth.along().equals(GrowthContests.THREADS);
    }

    private List<Point> points(Numbers numbers, String column) {
        return numbers.all().stream()
                .map(row -> new Point(place(row.number(along)), row.number(column)))
                .toList();
    }

    private double place(double at) {
        return byTwo() ? Math.log(at) / Math.log(2) : Math.max(FOOT, at);
    }

    private static int below(double value) {
        return (int) Math.floor(Math.log10(value) + 1e-9);
    }

    private static int above(double value) {
        return (int) Math.ceil(Math.log10(value) - 1e-9);
    }

    private static boolean isWhole(double number) {
        return Math.abs(number - Math.rint(number)) < 1e-6;
    }

    private static String power(double at) {
        if (!isWhole(Math.log10(at))) {
            return " ";
        }
        return at < 1.001 * FOOT ? "0" : Growth.written(at);
    }

    /** A power of ten of nanoseconds. */
    private static String span(double nanos) {
        int power = (int) Math.rint(Math.log10(nanos));
        if (!isWhole(Math.log10(nanos)) || power < 0) {
            return " ";
        }
        int unit = Math.min(power / 3, UNITS.size() - 1);
        return Math.round(Math.pow(10, power - 3 * unit)) + " " + UNITS.get(unit);
    }
}
