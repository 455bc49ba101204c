package dev.halflife.reports.rivals;

import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.datastructures.verifier.LinearizabilityVerifier;
import org.jetbrains.lincheck.datastructures.verifier.Verifier;

/**
 * Lincheck with the model as sequential specification: two threads call at once, ten calls an execution. It answers another
 * question than the others, whether overlapping calls have an order, and pays for the interleavings.
 */
final class LincheckRival implements Rival {

    private static long operations;

    private final String name;
    private final Runnable check;

    private LincheckRival(String name, Runnable check) {
        this.name = name;
        this.check = check;
        // What fields it cannot look into is no news to anybody here.
        System.setProperty("lincheck.logLevel", "ERROR");
    }

    /** Every switch between the threads is Lincheck's choice. */
    static LincheckRival modelChecking() {
        return new LincheckRival(
                "Lincheck, model checking", () -> check(new ModelCheckingOptions().invocationsPerIteration(100)));
    }

    /** Threads run as they please. */
    static LincheckRival stress() {
        return new LincheckRival("Lincheck, stress", () -> check(new StressOptions().invocationsPerIteration(500)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long round(int number) {
        long before = operations;
        check.run();
        return operations - before;
    }

    private static <T extends Options<T, ?>> void check(T options) {
        options.threads(2)
                .actorsPerThread(3)
                .actorsBefore(2)
                .actorsAfter(2)
                .iterations(1)
                .sequentialSpecification(RegistryModel.class)
                .verifier(Counting.class)
                .check(RegistryCalls.class);
    }

    /** Lincheck's own verifier, and how many calls it has judged: a counter in the subject would be a race of its own. */
    public static final class Counting implements Verifier {

        private final Verifier verifier;

        /** Made by Lincheck. */
        public Counting(Class<?> sequentialSpecification) {
            verifier = new LinearizabilityVerifier(sequentialSpecification);
        }

        @Override
        public boolean verifyResults(ExecutionScenario scenario, ExecutionResult results) {
            for (int thread = 0; thread < scenario.getNThreads(); thread++) {
                operations += scenario.getThreads().get(thread).size();
            }
            return verifier.verifyResults(scenario, results);
        }
    }
}
