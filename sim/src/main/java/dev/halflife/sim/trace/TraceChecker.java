package dev.halflife.sim.trace;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.model.Rule;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import dev.halflife.sim.Components;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.json.Contracts;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.Lines;
import dev.halflife.sim.json.MalformedInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges recorded traces ({@code 4-traces}), line by line, in memory that does not grow with the length of the trace: the
 * specification's state is all that is kept. Thread-safe.
 */
public final class TraceChecker {

    /** The format this reads. */
    public static final String FORMAT = "halflife/1";

    private final Contract fallback;

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
            if (!format.equals(FORMAT)) {
                throw new MalformedInput("a header with \"trace\":\"" + FORMAT + "\" was expected");
            }
            return check(source, lines, header, Components.named(header.text("subject")));
        } catch (MalformedInput e) {
            return new TraceResult.Malformed(
                    source, source + ": line " + Math.max(1, lines.number()) + ": " + e.getMessage());
        }
    }

    private <C, S, O extends Operation<O>, R> TraceResult check(
            String source, Lines lines, Fields header, Component<C, S, O, R> component) throws IOException {
        C config = component.codec().readConfig(header);
        Contract contract = contract(header);
        Spec<S, O, R> spec = component.spec(config, contract);
        S state = spec.initial();
        long steps = 0;
        long exercised = 0;
        for (Optional<Fields> line = lines.next(); line.isPresent(); line = lines.next()) {
            O operation = component.codec().readOperation(line.get());
            Optional<String> refusal = spec.refusal(state, operation);
            if (refusal.isPresent()) {
                throw new MalformedInput(refusal.get());
            }
            R reply = component.codec().readReply(operation, line.get());
            Step<S> step = spec.judge(state, operation, reply);
            if (step instanceof Step.Rejected<S> rejected) {
                return new TraceResult.Violated(
                        source,
                        component.name(),
                        contract.toString(),
                        lines.number(),
                        component.narration().operation(operation),
                        rejected.violation());
            }
            if (step instanceof Step.Undecided<S> undecided) {
                return new TraceResult.Undecided(source, lines.number(), undecided.why());
            }
            Step.Accepted<S> accepted = (Step.Accepted<S>) step;
            state = accepted.state();
            exercised |= accepted.exercised();
            steps++;
        }
        return new TraceResult.Holds(source, component.name(), contract.toString(), steps, rules(spec, exercised));
    }

    private static List<Rule> rules(Spec<?, ?, ?> spec, long exercised) {
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : spec.rules()) {
            if ((exercised & rule.bit()) != 0) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private Contract contract(Fields header) {
        return header.isNull("contract") ? fallback : Contracts.read(header.required("contract"));
    }
}
