package dev.halflife.reports.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.TraceHeader;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.json.JsonText;
import dev.halflife.sim.json.ObjectWriter;
import dev.halflife.sim.random.Rng;
import dev.halflife.sim.subject.Subject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One random schedule and the reference's replies to it, to be judged again and again. */
record Recorded<C, S, O extends Operation<O>, R>(
        Component<C, S, O, R> component, Contract contract, C config, List<O> operations, List<R> replies) {

    /** Runs the reference of a component through the {@code seed}-th schedule, of so many operations at most. */
    static <C, S, O extends Operation<O>, R> Recorded<C, S, O, R> of(
            Component<C, S, O, R> component, Contract contract, long seed, int length) {
        Rng rng = new Rng(Rng.split(1, seed));
        C config = component.workload().config(rng);
        Workload.Script<S, O> script = component.workload().script(config, rng);
        Spec<S, O, R> spec = component.spec(config, contract);
        Recorded<C, S, O, R> recorded =
                new Recorded<>(component, contract, config, new ArrayList<>(), new ArrayList<>());
        S state = spec.initial();
        try (Subject<O, R> reference = component.subject("reference", config)) {
            for (int i = 0; i < length; i++) {
                O operation = script.next(state);
                if (spec.refusal(state, operation).isEmpty()) {
                    R reply = reference.apply(operation);
                    if (!(spec.judge(state, operation, reply) instanceof Step.Accepted<S> accepted)) {
                        break;
                    }
                    recorded.operations.add(operation);
                    recorded.replies.add(reply);
                    state = accepted.state();
                }
            }
        }
        return recorded;
    }

    /** Steps the rules alone, without a subject. */
    long judge() {
        Spec<S, O, R> spec = component.spec(config, contract);
        S state = spec.initial();
        for (int i = 0; i < operations.size(); i++) {
            O operation = operations.get(i);
            if (spec.refusal(state, operation).isPresent()
                    || !(spec.judge(state, operation, replies.get(i)) instanceof Step.Accepted<S> accepted)) {
                throw new IllegalStateException("what was accepted is no more: " + operation);
            }
            state = accepted.state();
        }
        return operations.size();
    }

    /** As a trace, a line a step. */
    byte[] trace() {
        StringBuilder trace = new StringBuilder();
        trace.append(JsonText.of(TraceHeader.of(component, config, contract))).append('\n');
        for (int i = 0; i < operations.size(); i++) {
            ObjectNode step = JsonNodeFactory.instance.objectNode();
            component.codec().writeOperation(operations.get(i), new ObjectWriter(step));
            component.codec().writeReply(replies.get(i), new ObjectWriter(step));
            trace.append(JsonText.of(step)).append('\n');
        }
        return trace.toString().getBytes(StandardCharsets.UTF_8);
    }
}
