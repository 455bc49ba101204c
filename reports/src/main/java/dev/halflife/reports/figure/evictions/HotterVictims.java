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

/** How often the wrong key goes, by how often the registry ticks (F2). */
final class HotterVictims implements Figure {

    private static final int CAP = 16;
    private static final List<Integer> READS_PER_TICK = List.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000);

    @Override
    public String name() {
        return "evictions-hotter-victims";
    }

    @Override
    public String title() {
        return "How often the hotter key went (F2)";
    }

    @Override
    public String component() {
        return "heat-registry";
    }

    @Override
    public Numbers numbers(RunRecord run) {
        Numbers.Builder numbers = Numbers.of(
                Column.number("reads_per_tick"),
                Column.text("subject"),
                Column.number("evictions"),
                Column.number("hotter_than_half"),
                Column.number("hottest"));
        for (String subject : List.of("reference", "published")) {
            for (int readsPerTick : READS_PER_TICK) {
                List<Eviction> evictions =
                        CapRun.of(subject, KeyStream.LONG, CAP, readsPerTick).evictions();
                numbers.row(
                        readsPerTick,
                        subject,
                        evictions.size(),
                        evictions.stream()
                                .filter(gone -> 2 * gone.colder() >= gone.kept())
                                .count(),
                        evictions.stream()
                                .filter(gone -> gone.colder() == gone.kept())
                                .count());
            }
        }
        return numbers.build();
    }

    @Override
    public String caption(Numbers numbers) {
        Numbers.Row often = numbers.where("subject", "published").get(0);
        return "Cap " + CAP
                + ", the same stream. The share of evictions whose victim was hotter than at least half of the"
                + " keys that stayed. With a tick after every read all keys look equally recent, and the published registry"
                + " drops such a key in " + often.text("hotter_than_half") + " of " + often.text("evictions")
                + " evictions, " + often.text("hottest") + " times the hottest of all.";
    }

    @Override
    public Chart<?, ?> chart(Numbers numbers) {
        return Plot.of("reads between two ticks", "evictions of a hotter key (%)")
                .xPowers(0, 3, 1)
                .yFromZero()
                .marked("reference", Palette.BLUE, SeriesMarkers.CIRCLE, points(numbers, "reference"))
                .marked("published", Palette.ORANGE, SeriesMarkers.DIAMOND, points(numbers, "published"))
                .chart();
    }

    private static List<Point> points(Numbers numbers, String subject) {
        return numbers.where("subject", subject).stream()
                .map(row -> new Point(
                        row.number("reads_per_tick"),
                        100 * row.number("hotter_than_half") / StrictMath.max(1, row.number("evictions"))))
                .toList();
    }
}
