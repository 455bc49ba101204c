package dev.halflife.reports.cli;

import picocli.CommandLine.Option;

/** Whether one violation is enough. */
final class FailFastOption {

    @Option(names = "--fail-fast", description = "stops at the first violation")
    private boolean failFast;

    boolean failFast() {
        return failFast;
    }
}
