package dev.halflife.stress.record;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints what every case came to, with its bounds, once all tests of this module have run: that they ran at all is to be
 * seen in the output, and how far the evidence goes.
 */
public final class SummaryTable implements TestExecutionListener {

    private static final Queue<StressRecord> RECORDS = new ConcurrentLinkedQueue<>();

    static void add(StressRecord record) {
        RECORDS.add(record);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        print(RECORDS.stream()
                .sorted(Comparator.comparing(StressRecord::kind).reversed().thenComparing(StressRecord::race))
                .toList());
        RECORDS.clear();
    }

    @SuppressWarnings("SystemOut") // a test run's output is its report
    private static void print(List<StressRecord> records) {
        PrintStream out = System.out;
        String kind = "";
        for (StressRecord record : records) {
            if (!kind.equals(record.kind())) {
                kind = record.kind();
                out.printf("%n%-9s %-30s %-34s %-13s %s%n", kind, "case", "subject", "verdict", "bounds");
            }
            out.printf(
                    "%-9s %-30s %-34s %-13s %s%n",
                    "",
                    record.race(),
                    record.subject(),
                    record.verdict().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                    record.bounds());
        }
    }
}
