package dev.halflife.reports.figure.protocol;

import dev.halflife.reports.chart.Column;
import dev.halflife.reports.chart.Figure;
import dev.halflife.reports.chart.Numbers;
import dev.halflife.reports.chart.Palette;
import dev.halflife.reports.chart.Plot;
import dev.halflife.reports.chart.Point;
import dev.halflife.reports.figure.outage.OutageWorld;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.world.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What happens when, a lane each: rounds, announcements in flight, the sink, peers that believe too much. */
final class OutageLanes implements Figure {

    private static final List<String> LANES =
            List.of("reads", "reference", "sink", "peers misled", "published", "sink ", "peers misled ");
    private static final int LANE = 34;
    private static final int WIDTH = 12;

    /** Between two rounds, in half-lives. */
    private static final double ROUND = 0.25;

    @Override
    public String name() {
        return "protocol-outage-lanes";
    }

    @Override
    public String title() {
        return "Who says what, round by round";
    }

    @Override
    public String component() {
        return "heat-registry/world";
    }

    @Override
    public Numbers numbers(RunRecord run) {
        Numbers.Builder numbers = Numbers.of(
                Column.text("subject"),
                Column.number("time_half_lives"),
                Column.number("announced_keys"),
                Column.text("sink"),
                Column.number("orphaned_heat"));
        for (String subject : List.of("reference", "published")) {
            for (OutageWorld.Frame frame : OutageWorld.film(subject)) {
                numbers.row(
                        subject,
                        frame.halfLives(),
                        frame.announced(),
                        frame.announced() == 0 ? "" : frame.fate().text(),
                        frame.orphaned());
            }
        }
        return numbers.build();
    }

    @Override
    public String caption(Numbers numbers) {
        return "Four rounds to the half-life. A mark for each round that announces something, and what the sink makes of it;"
                + " below it, how long peers believe in keys that the registry no longer knows. After the reads have ended"
                + " the reference withdraws all that is left, key by key as it fades.";
    }

    @Override
    public Chart<?, ?> chart(Numbers numbers) {
        Plot plot = Plot.lanes("time (half-lives)", LANES, LANE, 0, OutageWorld.ENDS)
                .spans("reads", Palette.GREY, WIDTH, List.of(new Point(0, 0), new Point(OutageWorld.READS_END, 0)));
        return plot.spans("peers misled", Palette.PURPLE, WIDTH, misled(numbers))
                .marks(
                        "announces",
                        Palette.INK,
                        SeriesMarkers.CIRCLE,
                        marks(numbers, 1, row -> row.number("announced_keys") > 0))
                .marks("delivered", Palette.BLUE, SeriesMarkers.CIRCLE, marks(numbers, 2, is(Fate.DELIVERED)))
                .marks("fails", Palette.ORANGE, SeriesMarkers.CROSS, marks(numbers, 2, is(Fate.FAILS)))
                .marks(
                        "fails, yet applied",
                        Palette.AMBER,
                        SeriesMarkers.TRIANGLE_UP,
                        marks(numbers, 2, is(Fate.FAILS_AFTER_APPLYING)))
                .chart();
    }

    private static Predicate<Numbers.Row> is(Fate fate) {
        return row -> row.text("sink").equals(fate.text());
    }

    /** Marks in the {@code lane}-th lane of each subject. */
    private static List<Point> marks(Numbers numbers, int lane, Predicate<Numbers.Row> wanted) {
        return numbers.where(wanted).stream()
                .map(row -> new Point(row.number("time_half_lives"), -lane - below(row)))
                .toList();
    }

    private static List<Point> misled(Numbers numbers) {
        List<Point> ends = new ArrayList<>();
        for (Numbers.Row row : numbers.where(frame -> frame.number("orphaned_heat") > 0)) {
            double at = row.number("time_half_lives");
            ends.add(new Point(at, -3 - below(row)));
            ends.add(new Point(at + ROUND, -3 - below(row)));
        }
        return ends;
    }

    /** How much further down the lanes of its subject begin. */
    private static int below(Numbers.Row row) {
        return row.text("subject").equals("published") ? 3 : 0;
    }
}
