package dev.halflife.reports.cli;

import dev.halflife.model.Rule;
import dev.halflife.model.Violation;
import dev.halflife.sim.json.Printable;
import dev.halflife.sim.trace.TraceResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What checking a trace came to, as a record to be written.
 *
 * @param source the file
 * @param verdict {@code holds}, {@code violated}, {@code undecided} or {@code malformed}
 * @param contract what it was judged by, or null where it was not
 * @param steps replies judged and found good
 * @param exercised the ids of the rules put to the test
 * @param line where it ends early, counted from 1, or null
 * @param rule the id of the broken rule, or null
 * @param expected what the rule allows, or null
 * @param seen what was replied, or null
 * @param message one sentence for a person; empty where all is well
 */
record Checked(
        String source,
        String verdict,
        @Nullable String contract,
        long steps,
        List<String> exercised,
        @Nullable Long line,
        @Nullable String rule,
        @Nullable String expected,
        @Nullable String seen,
        String message) {

    /** The record of a result. */
    static Checked of(TraceResult result) {
        if (result instanceof TraceResult.Holds holds) {
            List<String> exercised = holds.exercised().stream().map(Rule::id).toList();
            long cutOff = holds.cutOffLine();
            return new Checked(
                    holds.source(),
                    "holds",
                    holds.contract(),
                    holds.steps(),
                    exercised,
                    cutOff == 0 ? null : cutOff,
                    null,
                    null,
                    null,
                    cutOff == 0 ? "" : "cut off in line " + cutOff + ": judged up to there, what followed is missing");
        }
        if (result instanceof TraceResult.Violated violated) {
            Violation violation = violated.violation();
            return new Checked(
                    violated.source(),
                    "violated",
                    violated.contract(),
                    0,
                    List.of(),
                    violated.line(),
                    violation.rule().id(),
                    violation.expected(),
                    violation.seen(),
                    violated.source() + ":" + violated.line() + ": "
                            + violation.rule().id() + " violated: expected "
                            + Printable.inOneLine(violation.expected()) + ", seen "
                            + Printable.inOneLine(violation.seen()) + " ("
                            + Printable.shortened(violated.step().replaceAll(" +", " ")) + ")");
        }
        if (result instanceof TraceResult.Undecided undecided) {
            return without(
                    undecided,
                    "undecided",
                    undecided.line(),
                    undecided.source() + ":" + undecided.line() + ": undecided: "
                            + Printable.inOneLine(undecided.why()));
        }
        TraceResult.Malformed malformed = (TraceResult.Malformed) result;
        return without(malformed, "malformed", null, malformed.message());
    }

    private static Checked without(TraceResult result, String verdict, @Nullable Long line, String message) {
        return new Checked(result.source(), verdict, null, 0, List.of(), line, null, null, null, message);
    }

    /** How the process is to end for this file. */
    int exitCode() {
        return verdict.equals("malformed") ? ExitCode.USAGE : ExitCode.of(verdict);
    }
}
