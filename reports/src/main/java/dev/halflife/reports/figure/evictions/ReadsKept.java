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

/** How many reads find their counter still there, by cap. */
final class ReadsKept implements Figure {

    private static final int READS_PER_TICK = 10;

    @Override
    public String name() {
        return "evictions-reads-kept";
    }

    @Override
    public String title() {
        return "Reads that find their counter still there";
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
            double again = reference.readsAgain() / 100.0;
            numbers.row(
                    cap,
                    Belady.readsKept(KeyStream.LONG, cap) / again,
                    reference.readsKept() / again,
                    published.readsKept() / again);
        }
        return numbers.build();
    }

    @Override
    public String caption(Numbers numbers) {
        return "Of " + KeyStream.LONG.reads().size() + " reads of " + KeyStream.LONG.keys()
                + " keys, the share of those"
                + " whose key had been read before and was still tracked; the others begin again from 0. A tick every ten"
                + " reads. The best is Belady's, which knows what will be read.";
    }

    @Override
    public Chart<?, ?> chart(Numbers numbers) {
        return Plot.of("cap (keys)", "reads kept (%)")
                .x(0, KeyStream.LONG.keys())
                .y(0, 100)
                .marked("best possible", Palette.GREEN, SeriesMarkers.TRIANGLE_UP, points(numbers, "best_percent"))
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
