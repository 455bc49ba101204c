package dev.halflife.reports.cli;

import dev.halflife.sim.shrink.Shrinking;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * How long counterexamples may be made smaller. A subject of this process gets as long as it takes, for the same result on
 * any machine, and has it at once; a foreign one may need a process, or its whole reply limit, for each try.
 */
final class ShrinkOption {

    private static final Duration USUAL_OF_FOREIGN = Duration.ofSeconds(30);

    @Option(
            names = "--shrink-for",
            paramLabel = "SPAN",
            converter = SpanText.ShrinkFor.class,
            description = "how long what one engine breaks is made smaller at most; the smallest by then is shown"
                    + " (default: 30s for exec:COMMAND, else as long as it takes, which is not long)")
    private @Nullable Duration span;

    /** That span, in nanoseconds. */
    long nanos(boolean foreign) {
        Duration given = span;
        if (given != null) {
            return given.toNanos();
        }
        return foreign ? USUAL_OF_FOREIGN.toNanos() : Shrinking.WITHOUT_END;
    }
}
