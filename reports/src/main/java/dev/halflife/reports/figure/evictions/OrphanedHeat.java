package dev.halflife.reports.figure.evictions;

import dev.halflife.model.NumberText;
import dev.halflife.reports.chart.Column;
import dev.halflife.reports.chart.Figure;
import dev.halflife.reports.chart.Numbers;
import dev.halflife.reports.chart.Palette;
import dev.halflife.reports.chart.Plot;
import dev.halflife.reports.chart.Point;
import dev.halflife.reports.figure.outage.OutageWorld;
import dev.halflife.sim.gate.RunRecord;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.internal.chartpart.Chart;

/** What peers believe of keys that nobody tracks, while the sink fails (F3). */
final class OrphanedHeat implements Figure {

    @Override
    public String name() {
        return "evictions-orphaned-heat";
    }

    @Override
    public String title() {
        return "Orphaned heat at the peers (F3)";
    }

    @Override
    public String component() {
        return "heat-registry/world";
    }

    @Override
    public Numbers numbers(RunRecord run) {
        Numbers.Builder numbers = Numbers.of(
                Column.number("time_half_lives"),
                Column.number("reference_orphaned"),
                Column.number("published_orphaned"));
        List<OutageWorld.Frame> reference = OutageWorld.film("reference");
        List<OutageWorld.Frame> published = OutageWorld.film("published");
        for (int i = 0; i < reference.size(); i++) {
            numbers.row(
                    reference.get(i).halfLives(),
                    reference.get(i).orphaned(),
                    published.get(i).orphaned());
        }
        return numbers.build();
    }

    @Override
    public String caption(Numbers numbers) {
        Numbers.Row last = numbers.all().get(numbers.rows().size() - 1);
        return String.format(
                Locale.ROOT,
                "Ten keys, room for four; the sink fails in the shaded time, and nobody reads after %d half-lives. Peers"
                        + " believe in keys that were evicted since. The reference withdraws them as soon as the sink lets"
                        + " it; at the published registry they are never spoken of again, and at the end peers believe in"
                        + " %.1f reads per half-life that nobody makes.",
                OutageWorld.READS_END,
                NumberText.decimal(last.number("published_orphaned")));
    }

    @Override
    public Chart<?, ?> chart(Numbers numbers) {
        double top = numbers.all().stream()
                .mapToDouble(row -> StrictMath.max(row.number("published_orphaned"), row.number("reference_orphaned")))
                .max()
                .orElse(1);
        return Plot.of("time (half-lives)", "orphaned heat (reads per half-life)")
                .x(0, OutageWorld.ENDS)
                .yFromZero()
                .shaded("sink fails", OutageWorld.OUTAGE_BEGINS, OutageWorld.OUTAGE_ENDS, top)
                .steps("published", Palette.ORANGE, points(numbers, "published_orphaned"))
                .steps("reference", Palette.BLUE, points(numbers, "reference_orphaned"))
                .chart();
    }

    private static List<Point> points(Numbers numbers, String column) {
        return numbers.all().stream()
                .map(row -> row.point("time_half_lives", column))
                .toList();
    }
}
