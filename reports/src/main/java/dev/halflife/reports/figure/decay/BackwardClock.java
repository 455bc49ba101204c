package dev.halflife.reports.figure.decay;

import dev.halflife.model.NumberText;
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
import java.util.Locale;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Two readers, one of whose clocks lags: what a backward step costs under each contract (F4). */
final class BackwardClock implements Figure {

    private static final long PAUSE = 10 * HeatRates.SECOND;
    private static final long LAG = 30 * HeatRates.SECOND;
    private static final int PAIRS = 40;

    @Override
    public String name() {
        return "decay-backward-clock";
    }

    @Override
    public String title() {
        return "A clock that lags (F4)";
    }

    @Override
    public String component() {
        return "heat-registry";
    }

    @Override
    public Numbers numbers(RunRecord run) {
        Numbers.Builder numbers = Numbers.of(
                Column.number("time_half_lives"),
                Column.number("exact"),
                Column.number("reference"),
                Column.number("published"));
        List<Long> arrivals = new ArrayList<>();
        try (Subject<HeatOperation, HeatReply> reference = HeatRates.registry("reference", HeatRates.HALF_LIFE);
                Subject<HeatOperation, HeatReply> published = HeatRates.registry("published", HeatRates.HALF_LIFE)) {
            for (int i = 0; i < PAIRS; i++) {
                long at = LAG + i * PAUSE;
                arrivals.add(i == 0 ? at - LAG : at - PAUSE);
                arrivals.add(at);
                numbers.row(
                        (at - LAG) / (double) HeatRates.HALF_LIFE,
                        ExactDecay.rate(arrivals, at, HeatRates.HALF_LIFE),
                        pair(reference, at),
                        pair(published, at));
            }
        }
        return numbers.build();
    }

    /** A read by the reader whose clock lags, then one by the other; the rate after both. */
    private static double pair(Subject<HeatOperation, HeatReply> registry, long at) {
        registry.apply(new HeatOperation.Bump(at - LAG, HeatRates.KEY));
        return registry.apply(new HeatOperation.Bump(at, HeatRates.KEY)) instanceof HeatReply.Bumped bumped
                ? bumped.rate()
                : Double.NaN;
    }

    @Override
    public String caption(Numbers numbers) {
        Numbers.Row last = numbers.all().get(numbers.rows().size() - 1);
        return String.format(
                Locale.ROOT,
                "Every 10 s two readers bump the same key; the clock of one is 30 s behind. Published, the counter's time"
                        + " follows that clock back, and the next bump decays the same half minute again: it settles at %.1f"
                        + " instead of %.1f. The reference never moves back: a late bump counts at the latest time seen, and the rate stays"
                        + " on the law.",
                NumberText.decimal(last.number("published")),
                NumberText.decimal(last.number("exact")));
    }

    @Override
    public Chart<?, ?> chart(Numbers numbers) {
        return Plot.of("time (half-lives)", HeatRates.RATE)
                .yFromZero()
                .line("exact law", Palette.GREEN, points(numbers, "exact"))
                .marks("reference", Palette.BLUE, SeriesMarkers.CIRCLE, points(numbers, "reference"))
                .marked("published", Palette.ORANGE, SeriesMarkers.DIAMOND, points(numbers, "published"))
                .chart();
    }

    private static List<Point> points(Numbers numbers, String column) {
        return numbers.all().stream()
                .map(row -> row.point("time_half_lives", column))
                .toList();
    }
}
