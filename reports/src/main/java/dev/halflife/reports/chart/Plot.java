package dev.halflife.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A chart in the house's style: colours that the colour-blind can tell apart (Okabe and Ito, 2008), a thin grid, and the
 * legend below the curves rather than over them.
 */
final class Plot {

    static final Color BLUE = new Color(0, 114, 178);
    static final Color ORANGE = new Color(213, 94, 0);
    static final Color GREEN = new Color(0, 158, 115);
    static final Color GREY = new Color(120, 120, 120);

    private static final int WIDTH = 860;
    private static final int HEIGHT = 400;
    private static final Color GRID = new Color(226, 226, 226);
    private static final BasicStroke DASHED =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {7, 5}, 0);

    private final XYChart chart;

    private Plot(String xTitle, String yTitle) {
        chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .xAxisTitle(xTitle)
                .yAxisTitle(yTitle)
                .build();
        XYStyler style = chart.getStyler();
        style.setLocale(Locale.ROOT);
        style.setBaseFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        style.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        style.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        style.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        style.setChartBackgroundColor(Color.WHITE);
        style.setPlotBackgroundColor(Color.WHITE);
        style.setPlotBorderVisible(false);
        style.setPlotGridLinesColor(GRID);
        style.setPlotGridLinesStroke(new BasicStroke(1));
        style.setLegendPosition(LegendPosition.OutsideS);
        style.setLegendLayout(LegendLayout.Horizontal);
        style.setLegendBorderColor(Color.WHITE);
        style.setMarkerSize(6);
    }

    /** An empty chart with linear axes, y from 0. The titles carry the units. */
    static Plot linear(String xTitle, String yTitle) {
        Plot plot = new Plot(xTitle, yTitle);
        plot.chart.getStyler().setYAxisMin(0.0);
        return plot;
    }

    /** An empty chart whose y axis runs over these powers of ten, every fourth of them labelled. */
    static Plot logarithmic(String xTitle, String yTitle, int fromPower, int toPower) {
        Plot plot = new Plot(xTitle, yTitle);
        XYStyler style = plot.chart.getStyler();
        style.setYAxisLogarithmic(true);
        style.setPlotGridHorizontalLinesVisible(false);
        style.setAxisTicksMarksVisible(false);
        style.setXAxisTickMarkSpacingHint(100);
        style.setYAxisMin(StrictMath.pow(10, fromPower));
        style.setYAxisMax(StrictMath.pow(10, toPower));
        style.setYAxisTickLabelsFormattingFunction(Plot::powerOfTen);
        return plot;
    }

    private static String powerOfTen(double value) {
        long power = StrictMath.round(StrictMath.log10(value));
        return power % 4 != 0 ? " " : power == 0 ? "1" : "1e" + power;
    }

    /** The x axis from 0 to here. */
    Plot xTo(double max) {
        chart.getStyler().setXAxisMin(0.0);
        chart.getStyler().setXAxisMax(max);
        return this;
    }

    /** A line. */
    Plot line(String name, Color color, List<Point> points) {
        style(name, color, points, SeriesMarkers.NONE, new BasicStroke(2));
        return this;
    }

    /** A dashed line, for bounds. */
    Plot bound(String name, Color color, Point from, Point to) {
        style(name, color, List.of(from, to), SeriesMarkers.NONE, DASHED);
        return this;
    }

    /** Points that no line joins, for what was measured. */
    Plot marks(String name, Color color, Marker marker, List<Point> points) {
        style(name, color, points, marker, SeriesLines.NONE);
        return this;
    }

    private void style(String name, Color color, List<Point> points, Marker marker, BasicStroke stroke) {
        XYSeries series = chart.addSeries(
                name,
                points.stream().mapToDouble(Point::x).toArray(),
                points.stream().mapToDouble(Point::y).toArray());
        series.setMarker(marker);
        series.setMarkerColor(color);
        series.setLineColor(color);
        series.setLineStyle(stroke);
    }

    /** The chart, to be painted. */
    XYChart chart() {
        return chart;
    }
}
