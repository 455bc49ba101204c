package dev.halflife.reports.figure.decay;

import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.reports.chart.Column;
import dev.halflife.reports.chart.Figure;
import dev.halflife.reports.chart.Numbers;
import dev.halflife.reports.chart.Palette;
import dev.halflife.reports.chart.Plot;
import dev.halflife.reports.chart.Point;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What peers are told of one key, beside its true rate. */
final class Announcements implements Figure {

    private static final long TICK = 5 * HeatRates.SECOND;
    private static final long UNTIL = 12 * HeatRates.HALF_LIFE;
    private static final double RATIO = 2;

    @Override
    public String name() {
        return "decay-announcements";
    }

    @Override
    public String title() {
        return "What peers are told";
    }

    @Override
    public String component() {
        return "heat-registry";
    }

    @Override
    public Numbers numbers(RunRecord run) {
        List<Long> bumps = bumps();
        Numbers.Builder numbers = Numbers.of(
                Column.number("time_half_lives"),
                Column.number("exact"),
                Column.number("told"),
                Column.number("announced_now"));
        try (Subject<HeatOperation, HeatReply> registry = HeatRates.registry("reference", HeatRates.HALF_LIFE)) {
            double told = 0;
            int next = 0;
            for (long at = 0; at <= UNTIL; at += TICK) {
                while (next < bumps.size() && bumps.get(next) <= at) {
                    registry.apply(new HeatOperation.Bump(bumps.get(next++), HeatRates.KEY));
                }
                long tick = at / TICK + 1;
                HeatReply reply = registry.apply(new HeatOperation.Tick(at, tick));
                registry.apply(new HeatOperation.Commit(at, tick, null));
                boolean now = reply instanceof HeatReply.Ticked ticked
                        && !ticked.emissions().isEmpty();
                told = now ? HeatRates.announced(reply) : told;
                double exact = ExactDecay.rate(bumps, at, HeatRates.HALF_LIFE).doubleValue();
                numbers.row(at / (double) HeatRates.HALF_LIFE, exact, told, now ? 1 : 0);
            }
        }
        return numbers.build();
    }

    /** A slow start, a burst, and silence. */
    private static List<Long> bumps() {
        List<Long> bumps = new ArrayList<>();
        for (int second = 0; second < 120; second += 30) {
            bumps.add(second * HeatRates.SECOND);
        }
        for (int second = 120; second < 240; second += 3) {
            bumps.add(second * HeatRates.SECOND);
        }
        return bumps;
    }

    @Override
    public String caption(Numbers numbers) {
        long told = numbers.where("announced_now", "1").size();
        return "A round every 5 s, ratio 2. In " + numbers.rows().size() + " rounds the reference announced " + told
                + " times: whenever the rate had left the band from half to twice what peers were told last, and at no"
                + " other time. After every round the rate is inside the band (S4).";
    }

    @Override
    public Chart<?, ?> chart(Numbers numbers) {
        List<Point> told = new ArrayList<>();
        List<Point> upper = new ArrayList<>();
        List<Point> lower = new ArrayList<>();
        double last = Double.NaN;
        List<Numbers.Row> rows = numbers.all();
        for (int i = 0; i < rows.size(); i++) {
            Point point = rows.get(i).point("time_half_lives", "told");
            if (point.y() != last || i == rows.size() - 1) {
                if (!told.isEmpty()) {
                    upper.add(new Point(point.x(), last * RATIO));
                    lower.add(new Point(point.x(), last / RATIO));
                }
                upper.add(new Point(point.x(), point.y() * RATIO));
                lower.add(new Point(point.x(), point.y() / RATIO));
                told.add(point);
            }
            last = point.y();
        }
        return Plot.of("time (half-lives)", HeatRates.RATE)
                .x(0, UNTIL / (double) HeatRates.HALF_LIFE)
                .yFromZero()
                .band("within ratio 2 of what was told", Palette.WASH, upper, lower)
                .line(
                        "true rate",
                        Palette.GREEN,
                        numbers.all().stream()
                                .map(row -> row.point("time_half_lives", "exact"))
                                .toList())
                .steps("told to peers", Palette.BLUE, told)
                .marks(
                        "an announcement",
                        Palette.BLUE,
                        SeriesMarkers.CIRCLE,
                        numbers.where("announced_now", "1").stream()
                                .map(row -> row.point("time_half_lives", "told"))
                                .toList())
                .chart();
    }
}
