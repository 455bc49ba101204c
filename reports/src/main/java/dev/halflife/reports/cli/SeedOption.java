package dev.halflife.reports.cli;

import picocli.CommandLine.Option;

/** The seed. The same unless said otherwise, so that two runs can be compared. */
final class SeedOption {

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            converter = SeedText.class,
            description =
                    "of all randomness, decimal or 0x and hexadecimal (default: 1); the same seed gives the same digest")
    private long seed = 1;

    long seed() {
        return seed;
    }
}
