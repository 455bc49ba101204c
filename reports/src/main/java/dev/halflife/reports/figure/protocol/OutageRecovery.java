package dev.halflife.reports.figure.protocol;

import dev.halflife.reports.chart.Column;
import dev.halflife.reports.chart.Figure;
import dev.halflife.reports.chart.Numbers;
import dev.halflife.reports.chart.Palette;
import dev.halflife.reports.chart.Plot;
import dev.halflife.reports.chart.Point;
import dev.halflife.reports.figure.outage.OutageWorld;
import dev.halflife.sim.gate.RunRecord;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Chart;

/** What peers believe beside what is true, through an outage of the sink. */
final class OutageRecovery implements Figure {

    @Override
    public String name() {
        return "protocol-outage-heat";
    }

    @Override
    public String title() {
        return "Outage and recovery";
    }

    @Override
    public String component() {
        return "heat-registry/world";
    }

    @Override
    public Numbers numbers(RunRecord run) {
        Numbers.Builder numbers = Numbers.of(
                Column.number("time_half_lives"),
                Column.number("true_heat"),
                Column.number("reference_believed"),
                Column.number("published_believed"));
        List<OutageWorld.Frame> reference = OutageWorld.film("reference");
        List<OutageWorld.Frame> published = OutageWorld.film("published");
        for (int i = 0; i < reference.size(); i++) {
            numbers.row(
                    reference.get(i).halfLives(),
                    reference.get(i).heat(),
                    reference.get(i).believed(),
                    published.get(i).believed());
        }
        return numbers.build();
    }

    @Override
    public String caption(Numbers numbers) {
        return "The same world: all keys together. Until the outage peers of the reference follow the four keys that it has"
                + " room for; when the sink works again, one round tells them what they missed. What peers of the"
                + " published registry believe has little to do with what is read, and does not go away.";
    }

    @Override
    public Chart<?, ?> chart(Numbers numbers) {
        double top = numbers.all().stream()
                .mapToDouble(row -> StrictMath.max(row.number("published_believed"), row.number("true_heat")))
                .max()
                .orElse(1);
        return Plot.of("time (half-lives)", "heat of all keys (reads per half-life)")
                .x(0, OutageWorld.ENDS)
                .yFromZero()
                .shaded("sink fails", OutageWorld.OUTAGE_BEGINS, OutageWorld.OUTAGE_ENDS, top)
                .line("true heat", Palette.GREEN, points(numbers, "true_heat"))
                .steps("peers of the reference believe", Palette.BLUE, points(numbers, "reference_believed"))
                .steps("peers of the published", Palette.ORANGE, points(numbers, "published_believed"))
                .chart();
    }

    private static List<Point> points(Numbers numbers, String column) {
        return numbers.all().stream()
                .map(row -> row.point("time_half_lives", column))
                .toList();
    }
}
