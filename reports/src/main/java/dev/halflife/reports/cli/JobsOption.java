package dev.halflife.reports.cli;

import picocli.CommandLine.Option;

/** How many threads. Changes how long it takes and nothing else. */
final class JobsOption {

    @Option(
            names = "--jobs",
            paramLabel = "N",
            converter = WithinRange.Jobs.class,
            description = "threads (default: one per processor)")
    private long jobs = Runtime.getRuntime().availableProcessors();

    int jobs() {
        return (int) jobs;
    }
}
