package dev.halflife.reports.cli;

import dev.halflife.reports.rivals.Rivals;
import dev.halflife.sim.text.Columns;
import dev.halflife.sim.text.Quantity;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The campaign beside what people would use instead. */
@Command(
        name = "harness",
        description = {
            "Measures how many operations a second are applied to the same small registry and judged by the same model: by a"
                    + " campaign, by a jqwik ActionChain and by Lincheck.",
            "times: how often the campaign's rate is theirs, the median of turns and in brackets their range. Lincheck tries orders of overlapping calls, which the others do"
                    + " not: its rate says what that costs, not that it could be spared."
        },
        footer = {"", "Example:", "  java -jar reports/target/jmh.jar harness --seconds 5"})
final class JmhHarness implements Callable<Integer> {

    private static final int NAME = 26;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Surroundings surroundings;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            converter = Seconds.class,
            description = "for each, after half as many to warm up (default: 10)")
    private long seconds = 10;

    JmhHarness(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        line("", "operations/s", "times");
        new Rivals(seconds * NANOS_PER_SECOND)
                .measure(rate -> line(
                        rate.name(),
                        Quantity.exact(Math.round(rate.perSecond())),
                        CostText.ratios(rate.ratio(), rate.least(), rate.most())));
        return ExitCode.HOLDS;
    }

    private void line(String who, String perSecond, String times) {
        surroundings.out().println(Columns.left(who, NAME) + Columns.right(perSecond, 12) + "  " + times);
        surroundings.out().flush();
    }

    /** How long. */
    static final class Seconds extends WithinRange {
        Seconds() {
            super("--seconds", 1, 3600);
        }
    }
}
