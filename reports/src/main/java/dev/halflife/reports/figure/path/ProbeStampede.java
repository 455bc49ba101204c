package dev.halflife.reports.figure.path;

import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.breaker.BreakerOperation;
import dev.halflife.model.write.breaker.BreakerReply;
import dev.halflife.reports.chart.Column;
import dev.halflife.reports.chart.Figure;
import dev.halflife.reports.chart.Numbers;
import dev.halflife.reports.chart.Palette;
import dev.halflife.reports.chart.Plot;
import dev.halflife.reports.chart.Point;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.subject.Subject;
import dev.halflife.sim.write.breaker.BreakerComponent;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Calls that a breaker lets through to a store that fails for a while (F8). */
final class ProbeStampede implements Figure {

    private static final int CALLERS = 8;
    private static final int FAILS_FROM_SECONDS = 20;
    private static final int FAILS_TO_SECONDS = 130;
    private static final int ENDS_SECONDS = 180;
    private static final long SECOND = 1_000_000_000L;
    private static final int LANE = 32;
    private static final int WIDTH = 12;
    private static final String PARTITION = "n1";

    @Override
    public String name() {
        return "path-probe-stampede";
    }

    @Override
    public String title() {
        return "A breaker over a store that fails (F8)";
    }

    @Override
    public String component() {
        return "circuit-breaker";
    }

    @Override
    public Numbers numbers(RunRecord run) {
        Numbers.Builder numbers = Numbers.of(
                Column.text("subject"),
                Column.number("time_seconds"),
                Column.number("calls_let_through"),
                Column.number("open"));
        BreakerConfig config = new BreakerConfig(BreakerConfig.DEFAULT_FAILURES, BreakerConfig.DEFAULT_OPEN_NANOS);
        for (String subject : List.of("reference", "published")) {
            try (Subject<BreakerOperation, BreakerReply> breaker = new BreakerComponent().subject(subject, config)) {
                for (int second = 0; second <= ENDS_SECONDS; second++) {
                    int through = callsLetThrough(breaker, second);
                    boolean open = breaker.apply(new BreakerOperation.State((second + 1) * SECOND - 1, PARTITION))
                                    instanceof BreakerReply.Told told
                            && told.open();
                    numbers.row(subject, second, through, open ? 1 : 0);
                }
            }
        }
        return numbers.build();
    }

    /** All callers ask; half a second later those that were let through report. */
    private static int callsLetThrough(Subject<BreakerOperation, BreakerReply> breaker, int second) {
        int through = 0;
        long at = second * SECOND;
        for (int caller = 0; caller < CALLERS; caller++) {
            BreakerReply reply = breaker.apply(new BreakerOperation.Allow(at + caller, PARTITION));
            through += reply instanceof BreakerReply.Allowed allowed && allowed.allowed() ? 1 : 0;
        }
        boolean fails = second >= FAILS_FROM_SECONDS && second < FAILS_TO_SECONDS;
        for (int call = 0; call < through; call++) {
            long then = at + SECOND / 2 + call;
            breaker.apply(
                    fails
                            ? new BreakerOperation.Failure(then, PARTITION)
                            : new BreakerOperation.Success(then, PARTITION));
        }
        return through;
    }

    @Override
    public String caption(Numbers numbers) {
        return "Eight callers ask once a second; five failures in a row open the breaker for 30 s. Each time these are over,"
                + " the published breaker lets all eight at the store at once; the reference sends one"
                + " probe and waits for its answer. While the store fails " + wasted(numbers, "published")
                + " calls reach it through the published breaker, and " + wasted(numbers, "reference")
                + " through the reference.";
    }

    private static long wasted(Numbers numbers, String subject) {
        return (long) numbers.where("subject", subject).stream()
                .filter(row -> row.number("time_seconds") >= FAILS_FROM_SECONDS
                        && row.number("time_seconds") < FAILS_TO_SECONDS)
                .mapToDouble(row -> row.number("calls_let_through"))
                .sum();
    }

    @Override
    public Chart<?, ?> chart(Numbers numbers) {
        List<String> lanes =
                List.of("store fails", "reference open", "8 calls", "1 call", "published open", "8 calls ", "1 call ");
        return Plot.lanes("time (s)", lanes, LANE, 0, ENDS_SECONDS)
                .spans(
                        "store fails",
                        Palette.GREY,
                        WIDTH,
                        List.of(new Point(FAILS_FROM_SECONDS, 0), new Point(FAILS_TO_SECONDS, 0)))
                .spans("breaker open", Palette.PURPLE, WIDTH, open(numbers))
                .marks("all callers let through", Palette.ORANGE, SeriesMarkers.DIAMOND, calls(numbers, 2, CALLERS))
                .marks("one probe let through", Palette.BLUE, SeriesMarkers.CIRCLE, calls(numbers, 3, 1))
                .chart();
    }

    private static List<Point> open(Numbers numbers) {
        List<Point> ends = new ArrayList<>();
        for (Numbers.Row row : numbers.where("open", "1")) {
            double lane = -1 - below(row);
            ends.add(new Point(row.number("time_seconds"), lane));
            ends.add(new Point(row.number("time_seconds") + 1, lane));
        }
        return ends;
    }

    private static List<Point> calls(Numbers numbers, int lane, int count) {
        return numbers.where("calls_let_through", String.valueOf(count)).stream()
                .map(row -> new Point(row.number("time_seconds"), -lane - below(row)))
                .toList();
    }

    /** How much further down the lanes of its subject begin. */
    private static int below(Numbers.Row row) {
        return row.text("subject").equals("published") ? 3 : 0;
    }
}
