package dev.halflife.reports.cli;

import dev.halflife.reports.bench.KeyMemory;
import dev.halflife.sim.text.Columns;
import dev.halflife.sim.text.Quantity;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Bytes a key. */
@Command(
        name = "memory",
        description = {
            "Measures with JOL how many bytes a tracked key takes in a registry at its cap, the key itself not counted.",
            "new: read once; told: announced and committed; in flight: announced and not answered.",
            "Without -Djdk.attach.allowAttachSelf JOL cannot ask the virtual machine for sizes: it then says so, and computes"
                    + " them."
        },
        footer = {"", "Example:", "  java -Djdk.attach.allowAttachSelf -jar reports/target/jmh.jar memory"})
final class JmhMemory implements Callable<Integer> {

    private static final int COLUMN = 11;

    private final Surroundings surroundings;

    JmhMemory(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        line("keys", "state", "published", "reference");
        KeyMemory.all(measured -> line(
                Quantity.exact(measured.keys()),
                measured.state(),
                bytes(measured.publishedBytes()),
                bytes(measured.referenceBytes())));
        return ExitCode.HOLDS;
    }

    private void line(String keys, String state, String published, String reference) {
        surroundings
                .out()
                .println(Columns.right(keys, COLUMN)
                        + "  "
                        + Columns.left(state, COLUMN)
                        + Columns.right(published, COLUMN)
                        + Columns.right(reference, COLUMN));
        surroundings.out().flush();
    }

    private static String bytes(double bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes);
    }
}
