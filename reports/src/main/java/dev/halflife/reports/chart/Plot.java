package dev.halflife.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A chart in the house's style: the colours of {@link Palette}, a thin grid, the legend below the curves rather than over
 * them. The titles of its axes carry the units.
 */
public final class Plot {

    private static final int WIDTH = 860;
    private static final int HEIGHT = 400;

    /** What a chart takes besides its lanes. */
    private static final int MARGIN = 92;

    /** How wide a letter is, in pixels, more or less. */
    private static final double LETTER = 7.2;

    /** Between the name of a lane and its begin, in pixels. */
    private static final double GAP = 12;

    /** With longer ones the library searches for marks of the axis without end. */
    private static final int LONGEST_NAME = 14;

    private static final BasicStroke DASHED =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {7, 5}, 0);

    private final XYChart chart;
    private final List<String> lanes = new ArrayList<>();
    private double left;

    private Plot(int height, String xTitle, String yTitle) {
        chart = new XYChartBuilder()
                .width(WIDTH)
                .height(height)
                .xAxisTitle(xTitle)
                .yAxisTitle(yTitle)
                .build();
        XYStyler style = chart.getStyler();
        style.setLocale(Locale.ROOT);
        style.setBaseFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        style.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        style.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        style.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        style.setAnnotationTextFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        style.setChartFontColor(Palette.INK);
        style.setAxisTickLabelsColor(Palette.INK);
        style.setAnnotationTextFontColor(Palette.INK);
        style.setChartBackgroundColor(Palette.PAPER);
        style.setPlotBackgroundColor(Palette.PAPER);
        style.setLegendBackgroundColor(Palette.PAPER);
        style.setLegendBorderColor(Palette.PAPER);
        style.setAxisTickMarksColor(Palette.GREY);
        style.setPlotBorderVisible(false);
        style.setPlotGridLinesColor(Palette.GRID);
        style.setPlotGridLinesStroke(new BasicStroke(1));
        style.setLegendPosition(LegendPosition.OutsideS);
        style.setLegendLayout(LegendLayout.Horizontal);
        style.setLegendPadding(14);
        style.setMarkerSize(6);
        style.setXAxisTickMarkSpacingHint(160);
        style.setYAxisTickMarkSpacingHint(60);
    }

    /** An empty chart. */
    public static Plot of(String xTitle, String yTitle) {
        return new Plot(HEIGHT, xTitle, yTitle);
    }

    /** A chart of lanes, the first on top, each with its name at the left, over these x. Lanes lie at y = 0, -1, -2 … */
    public static Plot lanes(String xTitle, List<String> lanes, int laneHeight, double from, double to) {
        Plot plot = new Plot(MARGIN + laneHeight * lanes.size(), xTitle, "").x(from, to);
        plot.y(-lanes.size() + 0.5, 0.5);
        XYStyler style = plot.chart.getStyler();
        style.setYAxisTitleVisible(false);
        style.setPlotGridHorizontalLinesVisible(false);
        style.setAxisTicksMarksVisible(false);
        // The library has no names for places on a linear axis: numbers in the colour of the paper, as wide as the
        // widest
        // name, keep the room, and the names are written into it.
        int widest = lanes.stream().mapToInt(String::length).max().orElse(0);
        if (widest > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "a lane's name must have at most " + LONGEST_NAME + " letters: " + widest);
        }
        style.setYAxisDecimalPattern("'" + "_".repeat(widest) + "'#");
        style.setYAxisTickLabelsColor(Palette.PAPER);
        style.setAxisTicksLineVisible(false);
        plot.lanes.addAll(lanes);
        plot.left = from;
        return plot;
    }

    /** The x axis from here to there. */
    public Plot x(double min, double max) {
        chart.getStyler().setXAxisMin(min);
        chart.getStyler().setXAxisMax(max);
        return this;
    }

    /** The y axis from here to there. */
    public Plot y(double min, double max) {
        chart.getStyler().setYAxisMin(min);
        chart.getStyler().setYAxisMax(max);
        return this;
    }

    /** The y axis from 0. */
    public Plot yFromZero() {
        chart.getStyler().setYAxisMin(0.0);
        return this;
    }

    /** How the marks of the x axis are written. */
    public Plot xWritten(DoubleFunction<String> written) {
        chart.setCustomXAxisTickLabelsFormatter(written::apply);
        return this;
    }

    /** How the marks of the y axis are written. */
    public Plot yWritten(DoubleFunction<String> written) {
        chart.setCustomYAxisTickLabelsFormatter(written::apply);
        return this;
    }

    /** A logarithmic y axis over these powers of ten, one in so many of them labelled. */
    public Plot yPowers(int from, int to, int every) {
        XYStyler style = chart.getStyler();
        style.setYAxisLogarithmic(true);
        style.setPlotGridHorizontalLinesVisible(false);
        style.setAxisTicksMarksVisible(false);
        y(StrictMath.pow(10, from), StrictMath.pow(10, to));
        return yWritten(at -> power(at, every));
    }

    /** A logarithmic x axis over these powers of ten, one in so many of them labelled. */
    public Plot xPowers(int from, int to, int every) {
        XYStyler style = chart.getStyler();
        style.setXAxisLogarithmic(true);
        style.setPlotGridVerticalLinesVisible(false);
        style.setAxisTicksMarksVisible(false);
        x(StrictMath.pow(10, from), StrictMath.pow(10, to));
        return xWritten(at -> power(at, every));
    }

    private static String power(double value, int every) {
        double exact = StrictMath.log10(value);
        long power = StrictMath.round(exact);
        if (StrictMath.abs(exact - (double) power) > 1e-6 || power % every != 0) {
            return " ";
        }
        return power >= 0 && power <= 3 ? String.valueOf((long) StrictMath.pow(10, (double) power)) : "1e" + power;
    }

    /** A line. */
    public Plot line(String name, Color color, List<Point> points) {
        series(name, color, points, SeriesMarkers.NONE, new BasicStroke(2));
        return this;
    }

    /** A thin line behind another, or of many. */
    public Plot thin(String name, Color color, List<Point> points) {
        series(name, color, points, SeriesMarkers.NONE, new BasicStroke(1.2f));
        return this;
    }

    /** A line with a mark at every point, for the colour-blind and for copies in grey. */
    public Plot marked(String name, Color color, Marker marker, List<Point> points) {
        series(name, color, points, marker, new BasicStroke(1.6f));
        return this;
    }

    /** A line that stays where it is until the next point. */
    public Plot steps(String name, Color color, List<Point> points) {
        return line(name, color, stairs(points));
    }

    private static List<Point> stairs(List<Point> points) {
        List<Point> stairs = new ArrayList<>();
        for (Point point : points) {
            if (!stairs.isEmpty()) {
                stairs.add(new Point(point.x(), stairs.get(stairs.size() - 1).y()));
            }
            stairs.add(point);
        }
        return stairs;
    }

    /** A dashed line, for bounds. */
    public Plot bound(String name, Color color, Point from, Point to) {
        series(name, color, List.of(from, to), SeriesMarkers.NONE, DASHED);
        return this;
    }

    /** Points that no line joins, for what was measured. */
    public Plot marks(String name, Color color, Marker marker, List<Point> points) {
        series(name, color, points, marker, SeriesLines.NONE);
        return this;
    }

    /** What lies between two curves of the same x, to be drawn before the curves. */
    public Plot band(String name, Color color, List<Point> upper, List<Point> lower) {
        List<Point> around = new ArrayList<>(upper);
        for (int i = lower.size() - 1; i >= 0; i--) {
            around.add(lower.get(i));
        }
        XYSeries series = series(name, color, around, SeriesMarkers.NONE, SeriesLines.NONE);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(color);
        return this;
    }

    /** A span of x, shaded up to {@code top}; to be drawn before the curves. */
    public Plot shaded(String name, double from, double to, double top) {
        return band(
                name,
                Palette.WASH,
                List.of(new Point(from, top), new Point(to, top)),
                List.of(new Point(from, 0), new Point(to, 0)));
    }

    /**
     * Spans of time in lanes: two points a span, of the same y, which is minus the number of the lane. One that begins where
     * the one before it ended goes on with it.
     *
     * @param width in pixels
     */
    public Plot spans(String name, Color color, int width, List<Point> ends) {
        List<Point> broken = new ArrayList<>();
        for (int i = 0; i + 1 < ends.size(); i += 2) {
            boolean goesOn = i > 0 && ends.get(i).equals(ends.get(i - 1));
            if (goesOn) {
                broken.remove(broken.size() - 1);
                broken.set(broken.size() - 1, ends.get(i + 1));
            } else {
                broken.add(ends.get(i));
                broken.add(ends.get(i + 1));
            }
            broken.add(new Point(ends.get(i + 1).x(), Double.NaN));
        }
        series(
                name,
                color,
                broken,
                SeriesMarkers.NONE,
                new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL));
        return this;
    }

    /** How large marks are, in pixels; 6 where nothing is said. */
    public Plot markSize(int pixels) {
        chart.getStyler().setMarkerSize(pixels);
        return this;
    }

    /** No legend, where the caption or the axis says what is what. */
    public Plot withoutLegend() {
        chart.getStyler().setLegendVisible(false);
        return this;
    }

    private XYSeries series(String name, Color color, List<Point> points, Marker marker, BasicStroke stroke) {
        List<Point> some = points.isEmpty() ? List.of(new Point(0, Double.NaN)) : points;
        XYSeries series = chart.addSeries(
                name,
                some.stream().mapToDouble(Point::x).toArray(),
                some.stream().mapToDouble(Point::y).toArray());
        series.setMarker(marker);
        series.setMarkerColor(color);
        series.setLineColor(color);
        series.setLineStyle(stroke);
        return series;
    }

    /** The chart, to be painted. */
    public XYChart chart() {
        unevenly();
        if (!lanes.isEmpty()) {
            nameLanes();
        }
        return chart;
    }

    /** Where values stand evenly the library marks each of them on the axis; one that does not, unseen, prevents that. */
    private void unevenly() {
        double[] x = all(XYSeries::getXData);
        double[] y = all(XYSeries::getYData);
        if (x.length == 0 || y.length == 0) {
            return;
        }
        XYSeries unseen = series(
                "unseen",
                Palette.PAPER,
                List.of(new Point(between(x), between(y))),
                SeriesMarkers.NONE,
                SeriesLines.NONE);
        unseen.setShowInLegend(false);
    }

    private double[] all(Function<XYSeries, double[]> data) {
        return chart.getSeriesCollection().stream()
                .flatMapToDouble(series -> Arrays.stream(data.apply(series)))
                .filter(Double::isFinite)
                .toArray();
    }

    private static double between(double[] values) {
        double least = Arrays.stream(values).min().orElse(0);
        double most = Arrays.stream(values).max().orElse(1);
        return least + 0.3371 * (most - least);
    }

    /** Lays the chart out to learn where the lanes are, and writes their names beside them. */
    private void nameLanes() {
        Graphics2D trial = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        chart.paint(trial, chart.getWidth(), chart.getHeight());
        trial.dispose();
        double right = chart.getScreenXFromChart(left) - GAP;
        for (int i = 0; i < lanes.size(); i++) {
            String name = lanes.get(i).strip();
            double x = right - LETTER * name.length() / 2;
            double y = chart.getHeight() - chart.getScreenYFromChart(-i);
            chart.addAnnotation(new AnnotationText(name, x, y, true));
        }
    }
}
