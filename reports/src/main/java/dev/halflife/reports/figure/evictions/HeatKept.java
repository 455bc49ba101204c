package dev.halflife.reports.figure.evictions;

import dev.halflife.reports.chart.Column;
import dev.halflife.reports.chart.Figure;
import dev.halflife.reports.chart.Numbers;
import dev.halflife.reports.chart.Palette;
import dev.halflife.reports.chart.Plot;
import dev.halflife.reports.chart.Point;
import dev.halflife.sim.gate.RunRecord;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How much of all heat the tracked keys have, by cap. */
final class HeatKept implements Figure {

    private static final int READS_PER_TICK = 10;

    @Override
    public String name() {
        return "evictions-heat-kept";
    }

    @Override
    public String title() {
        return "Heat kept against cap";
    }

    @Override
    public String component() {
        return "heat-registry";
    }

    @Override
    public Numbers numbers(RunRecord run) {
        Numbers.Builder numbers = Numbers.of(
                Column.number("cap_keys"),
                Column.number("best_percent"),
                Column.number("reference_percent"),
                Column.number("published_percent"));
        for (int cap = 4; cap <= KeyStream.LONG.keys(); cap += 4) {
            CapRun reference = CapRun.of("reference", KeyStream.LONG, cap, READS_PER_TICK);
            CapRun published = CapRun.of("published", KeyStream.LONG, cap, READS_PER_TICK);
            numbers.row(cap, 100 * reference.heatPossible(), 100 * reference.heatKept(), 100 * published.heatKept());
        }
        return numbers.build();
    }

    @Override
    public String caption(Numbers numbers) {
        return "The true rates of the tracked keys as a share of those of all keys, on average over the same stream. The"
                + " most there could be is what the hottest keys have.";
    }

    @Override
    public Chart<?, ?> chart(Numbers numbers) {
        return Plot.of("cap (keys)", "heat kept (%)")
                .x(0, KeyStream.LONG.keys())
                .y(0, 100)
                .marked("the hottest keys", Palette.GREEN, SeriesMarkers.TRIANGLE_UP, points(numbers, "best_percent"))
                .marked(
                        "reference: order of reads",
                        Palette.BLUE,
                        SeriesMarkers.CIRCLE,
                        points(numbers, "reference_percent"))
                .marked(
                        "published: order of decay",
                        Palette.ORANGE,
                        SeriesMarkers.DIAMOND,
                        points(numbers, "published_percent"))
                .chart();
    }

    private static List<Point> points(Numbers numbers, String column) {
        return numbers.all().stream().map(row -> row.point("cap_keys", column)).toList();
    }
}
