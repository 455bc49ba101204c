package dev.halflife.stress.lincheck;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;

/**
 * How much Lincheck tries. The scenarios are drawn from a fixed seed, the same on every run.
 *
 * @param threads how many threads call at once
 * @param calls how many calls each makes at once; two come before and two after, one at a time
 * @param scenarios how many such sets of calls are drawn
 * @param interleavings how many interleavings of each the model checker takes
 * @param runs how often real threads run each
 */
public record Bounds(int threads, int calls, int scenarios, int interleavings, int runs) {

    /** Multiplies the number of scenarios, for a long run. */
    private static final int FACTOR = Integer.getInteger("stress.factor", 1);

    /** One run takes a millisecond; thirty seconds, which Lincheck allows, may be short on a busy machine. */
    private static final long HANG_MILLIS = 600_000;

    static final Bounds USUAL = new Bounds(2, 3, 8 * FACTOR, 150, 50);

    /** For what differs from another case in one thing only. */
    static final Bounds FEW = new Bounds(2, 3, 2 * FACTOR, 150, 50);

    ModelCheckingOptions applyTo(ModelCheckingOptions options) {
        return applyToBoth(options).invocationsPerIteration(interleavings);
    }

    StressOptions applyTo(StressOptions options) {
        return applyToBoth(options).invocationsPerIteration(runs);
    }

    private <T extends Options<T, ?>> T applyToBoth(T options) {
        return options.threads(threads)
                .actorsPerThread(calls)
                .actorsBefore(2)
                .actorsAfter(2)
                .iterations(scenarios)
                .invocationTimeout$lincheck(HANG_MILLIS);
    }

    String modelChecking() {
        return scenarios() + " × " + scenario() + ", " + interleavings + " interleavings each";
    }

    String realThreads() {
        return scenarios() + " × " + scenario() + ", " + runs + " runs each";
    }

    private String scenario() {
        return threads + " threads × " + calls + " calls";
    }
}
