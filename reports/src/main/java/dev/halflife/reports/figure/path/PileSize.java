package dev.halflife.reports.figure.path;

import dev.halflife.model.write.credits.Call;
import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.model.write.credits.CreditsReply;
import dev.halflife.model.write.credits.Flush;
import dev.halflife.reports.chart.Column;
import dev.halflife.reports.chart.Figure;
import dev.halflife.reports.chart.Numbers;
import dev.halflife.reports.chart.Palette;
import dev.halflife.reports.chart.Plot;
import dev.halflife.reports.chart.Point;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.subject.Subject;
import dev.halflife.sim.write.credits.CreditsComponent;
import dev.halflife.sim.write.credits.Starvation;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Chart;

/** Credits that nobody takes to storage, under contention (F6). */
final class PileSize implements Figure {

    private static final CreditsConfig CONFIG = new CreditsConfig(4, 2);
    private static final int REPETITIONS = 20;

    @Override
    public String name() {
        return "path-pile-size";
    }

    @Override
    public String title() {
        return "Pile under contention (F6)";
    }

    @Override
    public String component() {
        return "importance-credits";
    }

    @Override
    public Numbers numbers(RunRecord run) {
        Numbers.Builder numbers =
                Numbers.of(Column.text("subject"), Column.number("calls_begun"), Column.number("credits_not_flushed"));
        List<CreditsOperation> steps = Starvation.find(CONFIG)
                .map(starvation -> starvation.repeated(REPETITIONS).operations())
                .orElse(List.of());
        for (String subject : List.of("reference", "published")) {
            film(numbers, subject, steps);
        }
        return numbers.build();
    }

    private static void film(Numbers.Builder numbers, String subject, List<CreditsOperation> steps) {
        long begun = 0;
        long flushed = 0;
        try (Subject<CreditsOperation, CreditsReply> credits = new CreditsComponent().subject(subject, CONFIG)) {
            for (CreditsOperation step : steps) {
                if (step instanceof CreditsOperation.Begin begin && begin.call() instanceof Call.RecordIds) {
                    begun++;
                }
                if (credits.apply(step) instanceof CreditsReply.Returned returned) {
                    Flush flush = returned.flush();
                    flushed += flush == null ? 0 : flush.atLeast().credits();
                    numbers.row(subject, begun, begun - flushed);
                }
            }
        }
    }

    @Override
    public String caption(Numbers numbers) {
        List<Numbers.Row> published = numbers.where("subject", "published");
        Numbers.Row last = published.get(published.size() - 1);
        return "Two callers record one credit after the other, threshold " + CONFIG.threshold()
                + ", in an order of steps"
                + " that a search found: each claim of the published algorithm fails because the other has just counted."
                + " After " + last.text("calls_begun") + " calls " + last.text("credits_not_flushed")
                + " credits wait, and nothing bounds them. In the reference the call that reaches the threshold takes the"
                + " pile.";
    }

    @Override
    public Chart<?, ?> chart(Numbers numbers) {
        double calls = numbers.all().stream()
                .mapToDouble(row -> row.number("calls_begun"))
                .max()
                .orElse(1);
        return Plot.of("calls", "credits that wait")
                .x(0, calls)
                .yFromZero()
                .steps("published", Palette.ORANGE, points(numbers, "published"))
                .steps("reference", Palette.BLUE, points(numbers, "reference"))
                .bound(
                        "threshold",
                        Palette.GREY,
                        new Point(0, CONFIG.threshold()),
                        new Point(calls, CONFIG.threshold()))
                .chart();
    }

    private static List<Point> points(Numbers numbers, String subject) {
        return numbers.where("subject", subject).stream()
                .map(row -> row.point("calls_begun", "credits_not_flushed"))
                .toList();
    }
}
