package dev.halflife.reports.figure.path;

import dev.halflife.model.write.interference.InterferenceConfig;
import dev.halflife.model.write.interference.InterferenceOperation;
import dev.halflife.model.write.interference.InterferenceReply;
import dev.halflife.reports.chart.Column;
import dev.halflife.reports.chart.Figure;
import dev.halflife.reports.chart.Numbers;
import dev.halflife.reports.chart.Palette;
import dev.halflife.reports.chart.Plot;
import dev.halflife.reports.chart.Point;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.subject.Subject;
import dev.halflife.sim.write.interference.InterferenceComponent;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A consolidation that never reports (F9). */
final class WedgedTracker implements Figure {

    private static final long SECOND = 1_000_000_000L;
    private static final int STEP_SECONDS = 10;
    private static final int ENDS_SECONDS = 3600;
    private static final float THRESHOLD = 10;
    private static final long COOLDOWN = 60 * SECOND;

    /** Of the consolidations that are triggered, the one that never reports. */
    private static final int SILENT = 3;

    @Override
    public String name() {
        return "path-wedged-tracker";
    }

    @Override
    public String title() {
        return "A tracker over a consolidation that never reports (F9)";
    }

    @Override
    public String component() {
        return "interference-tracker";
    }

    @Override
    public Numbers numbers(RunRecord run) {
        Numbers.Builder numbers = Numbers.of(
                Column.text("subject"),
                Column.number("time_minutes"),
                Column.number("backlog_score"),
                Column.number("triggered"));
        InterferenceConfig config = new InterferenceConfig(InterferenceConfig.DEFAULT_LEASE_NANOS);
        for (String subject : List.of("reference", "published")) {
            try (Subject<InterferenceOperation, InterferenceReply> tracker =
                    new InterferenceComponent().subject(subject, config)) {
                film(numbers, subject, tracker);
            }
        }
        return numbers.build();
    }

    private static void film(
            Numbers.Builder numbers, String subject, Subject<InterferenceOperation, InterferenceReply> tracker) {
        int triggers = 0;
        for (int second = 0; second <= ENDS_SECONDS; second += STEP_SECONDS) {
            long at = second * SECOND;
            boolean now = tracker.apply(new InterferenceOperation.Accumulate(at, "n1", 1, THRESHOLD, COOLDOWN))
                    instanceof InterferenceReply.Triggered;
            numbers.row(subject, second / 60.0, backlog(tracker, at), now ? 1 : 0);
            triggers += now ? 1 : 0;
            if (now && triggers != SILENT) {
                long then = at + STEP_SECONDS * SECOND / 2;
                tracker.apply(new InterferenceOperation.Feedback(then, InterferenceOperation.Outcome.PROGRESS));
            }
        }
    }

    private static double backlog(Subject<InterferenceOperation, InterferenceReply> tracker, long at) {
        return tracker.apply(new InterferenceOperation.Backlog(at)) instanceof InterferenceReply.Backlog backlog
                ? backlog.scores().stream()
                        .mapToDouble(InterferenceReply.Score::score)
                        .sum()
                : Double.NaN;
    }

    @Override
    public String caption(Numbers numbers) {
        return "A score of 1 every 10 s, threshold 10, cooldown 1 min. A consolidation is triggered and reports 5 s later that"
                + " it made progress; the third never reports. The published tracker waits for it for ever. In the reference"
                + " a request that is silent for 10 minutes has failed, and the next one takes what has piled up.";
    }

    @Override
    public Chart<?, ?> chart(Numbers numbers) {
        return Plot.of("time (min)", "backlog (score)")
                .x(0, ENDS_SECONDS / 60.0)
                .yFromZero()
                .line("published", Palette.ORANGE, points(numbers, "published", false))
                .line("reference", Palette.BLUE, points(numbers, "reference", false))
                .marks("triggers, published", Palette.ORANGE, SeriesMarkers.DIAMOND, points(numbers, "published", true))
                .marks("triggers, reference", Palette.BLUE, SeriesMarkers.CIRCLE, points(numbers, "reference", true))
                .chart();
    }

    private static List<Point> points(Numbers numbers, String subject, boolean triggersOnly) {
        return numbers.where("subject", subject).stream()
                .filter(row -> !triggersOnly || row.number("triggered") > 0)
                .map(row -> row.point("time_minutes", "backlog_score"))
                .toList();
    }
}
