package dev.halflife.reports.cli;

import picocli.CommandLine.Option;

/** Whether a program reads the result. */
final class JsonOption {

    @Option(names = "--json", description = "print the result as one JSON document and nothing else")
    private boolean json;

    boolean json() {
        return json;
    }
}
