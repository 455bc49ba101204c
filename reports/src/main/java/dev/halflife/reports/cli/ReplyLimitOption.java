package dev.halflife.reports.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a foreign subject is waited for. */
final class ReplyLimitOption {

    @Option(
            names = "--reply-limit",
            paramLabel = "SPAN",
            defaultValue = "5s",
            converter = SpanText.ReplyLimit.class,
            description = "how long an exec:COMMAND may take for one reply (default: 5s)")
    private Duration limit = Duration.ofSeconds(5);

    /** That span. */
    Duration limit() {
        return limit;
    }
}
