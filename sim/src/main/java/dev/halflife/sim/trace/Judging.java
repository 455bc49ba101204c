package dev.halflife.sim.trace;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.model.Rule;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.Lines;
import dev.halflife.sim.json.MalformedInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A specification's state while it follows a trace, which may go on in further files. Not thread-safe. */
final class Judging<C, S, O extends Operation<O>, R> {

    private final Component<C, S, O, R> component;
    private final Contract contract;
    private final Spec<S, O, R> spec;
    private final History<S, O, R> history;
    private S state;

    private Judging(Component<C, S, O, R> component, Contract contract, Spec<S, O, R> spec) {
        this.component = component;
        this.contract = contract;
        this.spec = spec;
        this.state = spec.initial();
        this.history = new History<>(state);
    }

    /** Begins with what a header says the component was made with. */
    static <C, S, O extends Operation<O>, R> Judging<C, S, O, R> of(
            Component<C, S, O, R> component, Contract contract, Fields header) {
        C config = component.codec().readConfig(header);
        return new Judging<>(component, contract, component.spec(config, contract));
    }

    /** Follows the steps of one file, up to its end or the first that breaks a rule. */
    TraceResult judge(String source, Lines lines) throws IOException {
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
                        history.blame(spec, operation, reply, rejected.violation()));
            }
            if (step instanceof Step.Undecided<S> undecided) {
                return new TraceResult.Undecided(source, lines.number(), undecided.why());
            }
            Step.Accepted<S> accepted = (Step.Accepted<S>) step;
            state = accepted.state();
            history.add(operation, reply, state);
            exercised |= accepted.exercised();
            steps++;
        }
        return new TraceResult.Holds(
                source,
                component.name(),
                contract.toString(),
                steps,
                rules(exercised),
                lines.cutOff() ? lines.number() : 0);
    }

    private List<Rule> rules(long exercised) {
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : spec.rules()) {
            if ((exercised & rule.bit()) != 0) {
                rules.add(rule);
            }
        }
        return rules;
    }
}
