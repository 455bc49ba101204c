package dev.halflife.sim.trace;

import dev.halflife.model.Contract;
import dev.halflife.sim.Components;
import dev.halflife.sim.component.TraceHeader;
import dev.halflife.sim.json.Contracts;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.Lines;
import dev.halflife.sim.json.MalformedInput;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Judges recorded traces, as in {@code model/spec/4-traces.md}, line by line, in memory that does not grow with the length
 * of the trace: the specification's state is all that is kept.
 *
 * <p>A header may say that its file is a segment of a recording ({@code recording}, {@code segment}, {@code continues};
 * {@code impl.record} writes them). One that continues the one before it is judged from where that ended, and must be checked
 * right after it. Where such a file is cut off, because the process that wrote it was ended, it is judged up to the last
 * whole line, and the result says so: that a process dies is no fault of what it has recorded. Any other trace that is cut
 * off is none. Not thread-safe.
 */
public final class TraceChecker {

    private final Contract fallback;
    private Segment last = new Segment("", 0, false);
    private @Nullable Judging<?, ?, ?, ?> judging;

    /** A checker that judges traces whose header names no contract by {@code fallback}. */
    public TraceChecker(Contract fallback) {
        this.fallback = fallback;
    }

    /**
     * Judges one trace.
     *
     * @param source what to call it in messages
     * @throws IOException if the stream cannot be read
     */
    public TraceResult check(String source, InputStream in) throws IOException {
        Lines lines = new Lines(in);
        try {
            Fields header =
                    lines.next().orElseThrow(() -> new MalformedInput("empty; a trace begins with a header line"));
            String format = header.has("trace") ? header.text("trace") : "";
            if (!format.equals(TraceHeader.FORMAT)) {
                throw new MalformedInput("a header with \"trace\":\"" + TraceHeader.FORMAT + "\" was expected");
            }
            return check(source, lines, header);
        } catch (OutOfMemoryError e) {
            // Nothing is wrong with the trace: how many keys may be followed is for whoever gives the memory to say.
            judging = null;
            return new TraceResult.Undecided(
                    source, Math.max(1, lines.number()), "the judge ran out of memory: give the JVM more, -Xmx");
        } catch (MalformedInput e) {
            judging = null;
            return new TraceResult.Malformed(
                    source,
                    String.valueOf(e.at(source + ": line " + Math.max(1, lines.number()))
                            .getMessage()));
        }
    }

    private TraceResult check(String source, Lines lines, Fields header) throws IOException {
        Segment segment = Segment.of(header);
        if (segment.isRecorded()) {
            lines.endWhereCutOff();
        }
        Judging<?, ?, ?, ?> from = judging;
        boolean follows = segment.follows(last);
        last = segment;
        judging = null;
        if (!segment.continues()) {
            from = Judging.of(Components.named(header.text("subject")), contract(header), header);
        } else if (from == null || !follows) {
            return new TraceResult.Undecided(
                    source,
                    1,
                    "it continues segment " + (segment.number() - 1) + " of recording " + segment.recording()
                            + ", which must be checked right before it, and hold");
        }
        TraceResult result = from.judge(source, lines);
        // What was cut off is not known to what comes next.
        judging = result instanceof TraceResult.Holds && !lines.cutOff() ? from : null;
        return result;
    }

    private Contract contract(Fields header) {
        return header.isNull("contract") ? fallback : Contracts.read(header.required("contract"));
    }
}
