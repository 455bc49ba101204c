package dev.halflife.reports.figure.protocol;

import dev.halflife.model.Contract;
import dev.halflife.model.NumberText;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatPolicy;
import dev.halflife.reports.chart.Column;
import dev.halflife.reports.chart.Figure;
import dev.halflife.reports.chart.Numbers;
import dev.halflife.reports.chart.Palette;
import dev.halflife.reports.chart.Plot;
import dev.halflife.reports.chart.Point;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.heat.HeatComponent;
import dev.halflife.sim.random.Rng;
import dev.halflife.sim.run.Run;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.world.Fate;
import dev.halflife.sim.world.MeshComponent;
import dev.halflife.sim.world.MeshConfig;
import dev.halflife.sim.world.MeshOperation;
import dev.halflife.sim.world.MeshReply;
import dev.halflife.sim.world.MeshState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.internal.chartpart.Chart;

/** How long peers go on believing after every fault has healed, over many random worlds. */
final class TimeToConvergence implements Figure {

    private static final int WORLDS = 400;
    private static final int LENGTH = 48;

    /** More half-lives of delivered rounds than anything takes to decay, or a mark to expire. */
    private static final int PATIENCE = 90;

    private static final long SEED = 0xc0;

    @Override
    public String name() {
        return "protocol-convergence";
    }

    @Override
    public String title() {
        return "Time to convergence";
    }

    @Override
    public String component() {
        return "blob-heat-registry/world";
    }

    @Override
    public Numbers numbers(RunRecord run) {
        Numbers.Builder numbers = Numbers.of(
                Column.text("subject"), Column.number("half_lives"), Column.number("worlds"), Column.number("of"));
        for (String subject : List.of("reference", "published")) {
            int[] after = new int[PATIENCE + 1];
            int all = 0;
            for (int i = 0; i < WORLDS; i++) {
                int rounds = settled(subject, i);
                if (rounds != UNUSABLE) {
                    all++;
                    for (int at = rounds; at >= 0 && at <= PATIENCE; at++) {
                        after[at]++;
                    }
                }
            }
            for (int at = 0; at <= PATIENCE; at++) {
                numbers.row(subject, at, after[at], all);
            }
        }
        return numbers.build();
    }

    /** A world that cannot heal: what announces nothing withdraws nothing. */
    private static final int UNUSABLE = -2;

    private static final int NEVER = -1;

    /** After how many half-lives of healthy rounds peers believe in nothing any more. */
    private static int settled(String subject, int world) {
        MeshComponent mesh = new MeshComponent(HeatComponent.blobHeat());
        Contract contract = subject.equals("published") ? Contract.published() : Contract.strict();
        Rng rng = new Rng(Rng.split(SEED, world));
        MeshConfig drawn = mesh.workload().config(rng);
        HeatPolicy policy = drawn.heat().policy();
        HeatConfig heat = new HeatConfig(true, drawn.heat().cap(), policy.halfLifeNanos(), policy);
        MeshConfig config = new MeshConfig(heat, drawn.drivers());
        if (!policy.enabled()) {
            return UNUSABLE;
        }
        Workload.Script<MeshState, MeshOperation> script = mesh.workload().script(config, rng);
        try (Run<MeshConfig, MeshState, MeshOperation, MeshReply> run =
                new Trial<>(mesh, subject, contract).start(config, new Digest())) {
            long now = 0;
            for (int i = 0; i < LENGTH; i++) {
                MeshOperation operation = script.next(run.state());
                now = Math.max(now, operation.atNanos());
                if (run.accepts(operation) && !run.apply(operation)) {
                    return UNUSABLE;
                }
            }
            for (Long round : new ArrayList<>(run.state().hanging().keySet())) {
                MeshOperation answer = new MeshOperation.Answer(now, round, true);
                if (run.accepts(answer) && !run.apply(answer)) {
                    return UNUSABLE;
                }
            }
            long round = run.state().rounds();
            for (int i = 0; i <= PATIENCE; i++) {
                if (run.state().peers().isEmpty()) {
                    return i;
                }
                now += policy.halfLifeNanos();
                if (!run.apply(new MeshOperation.Round(now, 1, ++round, Fate.DELIVERED))) {
                    return UNUSABLE;
                }
            }
            return NEVER;
        }
    }

    @Override
    public String caption(Numbers numbers) {
        Numbers.Row last = numbers.all().get(numbers.rows().size() - 1);
        double stuck = last.number("of") - last.number("worlds");
        return String.format(
                Locale.ROOT,
                "Random worlds with a failing, hanging and forgetful sink, of the blob heat registry; marks expire after one half-life. Then all faults heal,"
                        + " nobody reads, and a round is delivered every half-life. Peers of the reference believe in nothing"
                        + " once everything has decayed below EPS, some 52 half-lives after it was read; peers of the"
                        + " published registry go on for ever in %.0f of %s worlds.",
                NumberText.decimal(stuck),
                last.text("of"));
    }

    @Override
    public Chart<?, ?> chart(Numbers numbers) {
        return Plot.of("healthy time (half-lives)", "worlds at rest (%)")
                .x(0, PATIENCE)
                .y(0, 100)
                .steps("reference", Palette.BLUE, points(numbers, "reference"))
                .steps("published", Palette.ORANGE, points(numbers, "published"))
                .chart();
    }

    private static List<Point> points(Numbers numbers, String subject) {
        return numbers.where("subject", subject).stream()
                .map(row -> new Point(row.number("half_lives"), 100 * row.number("worlds") / row.number("of")))
                .toList();
    }
}
