package dev.halflife.sim.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.halflife.model.Blame;
import dev.halflife.model.Operation;
import dev.halflife.model.Spec;
import dev.halflife.model.Violation;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.component.TraceHeader;
import dev.halflife.sim.json.JsonText;
import dev.halflife.sim.json.ObjectWriter;
import dev.halflife.sim.subject.SubjectRule;
import java.util.ArrayList;
import java.util.List;

/**
 * What a subject was asked and has replied: what a broken rule is judged by, and kept as a trace should a subject fail that
 * may not reply the same twice. Not thread-safe.
 */
final class Transcript<O extends Operation<O>, R> {

    private final List<O> operations = new ArrayList<>();
    private final List<R> replies = new ArrayList<>();

    /** Adds a reply. */
    void add(O operation, R reply) {
        operations.add(operation);
        replies.add(reply);
    }

    /** Every reply, in order. */
    List<R> replies() {
        return List.copyOf(replies);
    }

    /** The rule that explains the last reply, of which the specification said this. */
    <S> Violation blame(Spec<S, O, R> spec, Violation shown) {
        return Blame.of(spec, spec.initial(), operations, replies, shown);
    }

    /**
     * The replies up to where the subject failed, as a trace that can be checked. What it failed on has no reply and is no
     * step; the {@code source} of the header tells of it.
     *
     * @return the trace, a line a reply; empty where a rule of the component was broken, which the schedule shows
     */
    <C, S> String trace(Trial<C, S, O, R> trial, C config, Violation violation) {
        if (!(violation.rule() instanceof SubjectRule)) {
            return "";
        }
        ObjectNode header = TraceHeader.of(trial.component(), config, trial.contract());
        header.put(
                "source",
                trial.subject() + " until it failed (" + violation.rule().id() + "): " + violation.seen());
        StringBuilder trace = new StringBuilder().append(JsonText.of(header)).append('\n');
        Codec<C, O, R> codec = trial.component().codec();
        for (int i = 0; i < operations.size(); i++) {
            ObjectNode step = JsonNodeFactory.instance.objectNode();
            codec.writeOperation(operations.get(i), new ObjectWriter(step));
            codec.writeReply(replies.get(i), new ObjectWriter(step));
            trace.append(JsonText.of(step)).append('\n');
        }
        return trace.toString();
    }
}
