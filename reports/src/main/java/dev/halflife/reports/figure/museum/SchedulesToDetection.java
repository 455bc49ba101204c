package dev.halflife.reports.figure.museum;

import dev.halflife.model.NumberText;
import dev.halflife.reports.chart.Column;
import dev.halflife.reports.chart.Figure;
import dev.halflife.reports.chart.Numbers;
import dev.halflife.reports.chart.Palette;
import dev.halflife.reports.chart.Plot;
import dev.halflife.reports.chart.Point;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.museum.DefectRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.internal.chartpart.Chart;

/** How many schedules it takes until a defect is caught, over all defects. */
final class SchedulesToDetection implements Figure {

    private static final String NONE = "No defect was hunted in this run.";

    @Override
    public String name() {
        return "museum-schedules-to-detection";
    }

    @Override
    public String title() {
        return "Schedules until a defect is caught";
    }

    @Override
    public String component() {
        return "";
    }

    @Override
    public Numbers numbers(RunRecord run) {
        Numbers.Builder numbers = Numbers.of(
                Column.text("group"),
                Column.text("component"),
                Column.text("defect"),
                Column.text("verdict"),
                Column.number("schedules_median"),
                Column.number("schedules_p95"),
                Column.number("steps_median"));
        run.engines().stream()
                .flatMap(engine -> engine.defects().stream())
                .filter(DefectRecord::hunted)
                .forEach(defect -> numbers.row(
                        group(defect.component()),
                        defect.component(),
                        defect.id(),
                        defect.verdict(),
                        defect.schedulesToCatch().median(),
                        defect.schedulesToCatch().p95(),
                        defect.steps().median()));
        return numbers.build();
    }

    private static String group(String component) {
        return component.endsWith("/world") ? "worlds" : component.endsWith("registry") ? "registries" : "other parts";
    }

    @Override
    public String caption(Numbers numbers) {
        if (numbers.isEmpty()) {
            return NONE;
        }
        double[] caught = numbers.where("verdict", "caught").stream()
                .mapToDouble(row -> row.number("schedules_median"))
                .sorted()
                .toArray();
        if (caught.length == 0) {
            return "None of " + numbers.rows().size() + " defects was caught.";
        }
        return String.format(
                Locale.ROOT,
                "%,d of %,d defects were caught: half of them within %,.0f schedules, nine of ten within %,.0f, the most"
                        + " stubborn after %,.0f. The median over the hunts where there were several.",
                caught.length,
                numbers.rows().size(),
                NumberText.decimal(caught[(caught.length - 1) / 2]),
                NumberText.decimal(caught[(caught.length - 1) * 9 / 10]),
                NumberText.decimal(caught[caught.length - 1]));
    }

    @Override
    public Chart<?, ?> chart(Numbers numbers) {
        double most = numbers.all().stream()
                .mapToDouble(row -> row.number("schedules_median"))
                .max()
                .orElse(1);
        int powers = Math.max(1, (int) StrictMath.ceil(StrictMath.log10(StrictMath.max(2, most))));
        return Plot.of("schedules", "defects caught by then (%)")
                .xPowers(0, powers, 1)
                .y(0, 100)
                .steps("registries", Palette.BLUE, share(numbers, "registries"))
                .steps("worlds", Palette.PURPLE, share(numbers, "worlds"))
                .steps("other parts", Palette.ORANGE, share(numbers, "other parts"))
                .chart();
    }

    /** The share of the group's defects that are caught within so many schedules. */
    private static List<Point> share(Numbers numbers, String group) {
        List<Numbers.Row> all = numbers.where("group", group);
        double[] caught = all.stream()
                .filter(row -> row.text("verdict").equals("caught"))
                .mapToDouble(row -> StrictMath.max(1, row.number("schedules_median")))
                .sorted()
                .toArray();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < caught.length; i++) {
            if (i + 1 == caught.length || caught[i + 1] > caught[i]) {
                points.add(new Point(caught[i], 100.0 * (i + 1) / all.size()));
            }
        }
        return points;
    }
}
