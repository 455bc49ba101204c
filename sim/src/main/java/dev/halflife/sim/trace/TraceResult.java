package dev.halflife.sim.trace;

import dev.halflife.model.Rule;
import dev.halflife.model.Violation;
import java.util.List;

/** What checking one trace came to. */
public sealed interface TraceResult {

    /** Where the trace came from. */
    String source();

    /**
     * Every reply is allowed. {@code cutOffLine} is the line in which a recording was cut off, of which nothing was judged; 0
     * where the trace has its end.
     */
    record Holds(String source, String component, String contract, long steps, List<Rule> exercised, long cutOffLine)
            implements TraceResult {}

    /** A reply breaks a rule. */
    record Violated(String source, String component, String contract, long line, String step, Violation violation)
            implements TraceResult {}

    /** The rules leave more open than can be followed. */
    record Undecided(String source, long line, String why) implements TraceResult {}

    /** Not a trace; the message says where and what is wrong. */
    record Malformed(String source, String message) implements TraceResult {}
}
