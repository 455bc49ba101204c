package dev.halflife.reports.cli;

import dev.halflife.sim.run.Parallel;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What a command has of the world outside: where to print, who reads it, the time, and whether somebody asked to stop.
 *
 * @param in what is piped in
 * @param out results
 * @param err complaints and progress
 * @param terminal who reads them
 * @param nanos a monotonic clock, in nanoseconds
 * @param interrupt asked to stop by Ctrl-C
 * @param places how paths are told
 * @param environment the variables of the process
 */
record Surroundings(
        InputStream in,
        PrintWriter out,
        PrintWriter err,
        Terminal terminal,
        LongSupplier nanos,
        Interrupt interrupt,
        Places places,
        Map<String, String> environment) {

    Surroundings {
        out = Screen.before(out, terminal);
        err = Screen.before(err, terminal);
    }

    /** The monotonic clock in milliseconds. */
    long millis() {
        return nanos.getAsLong() / 1_000_000;
    }

    /** A request to stop by Ctrl-C. */
    Parallel.Stop stop() {
        return interrupt::requested;
    }
}
