package dev.halflife.sim.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.model.Rule;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.ObjectWriter;
import dev.halflife.sim.random.Rng;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/**
 * What the codec writes it reads back; a prediction is accepted; and a reply that differs from it in one field of the
 * trace is rejected by a rule of the component, under either contract.
 */
class AlteredReplyProperties {

    private static final int LENGTH = 40;

    @Property(tries = 2_000, seed = "20260605")
    @StatisticsReport(StatisticsReportMode.OFF)
    void aReplyAlteredInOneFieldIsRejected(
            @ForAll("components") Component<?, ?, ?, ?> component,
            @ForAll("contracts") Contract contract,
            @ForAll long seed) {
        walk(component, contract, seed);
        Statistics.label("altered")
                .coverage(altered -> altered.check("rejected").count(count -> count > 40_000));
    }

    private static <C, S, O extends Operation<O>, R> void walk(
            Component<C, S, O, R> component, Contract contract, long seed) {
        Rng rng = new Rng(seed);
        C config = component.workload().config(rng);
        assertThat(component.codec().readConfig(fields(written(component.codec(), config))))
                .isEqualTo(config);
        Spec<S, O, R> spec = component.spec(config, contract);
        Workload.Script<S, O> script = component.workload().script(config, rng);
        S state = spec.initial();
        for (int i = 0; i < LENGTH; i++) {
            O operation = script.next(state);
            if (spec.refusal(state, operation).isPresent()) {
                continue;
            }
            R right = spec.predict(state, operation);
            judgeAltered(spec, component.codec(), state, operation, right);
            Step<S> step = spec.judge(state, operation, right);
            assertThat(step).isInstanceOf(Step.Accepted.class);
            state = step instanceof Step.Accepted<S> accepted ? accepted.state() : state;
        }
    }

    private static <C, S, O extends Operation<O>, R> void judgeAltered(
            Spec<S, O, R> spec, Codec<C, O, R> codec, S state, O operation, R right) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        codec.writeOperation(operation, new ObjectWriter(request));
        assertThat(codec.readOperation(fields(request))).isEqualTo(operation);
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        codec.writeReply(right, new ObjectWriter(reply));
        assertThat(codec.readReply(operation, fields(reply))).isEqualTo(right);
        for (ObjectNode altered : alterations(reply)) {
            R wrong = codec.readReply(operation, fields(altered));
            if (wrong.equals(right)) {
                continue;
            }
            Step<S> step = spec.judge(state, operation, wrong);
            assertThat(step).as("%s answered %s", request, altered).isInstanceOf(Step.Rejected.class);
            Rule rule = step instanceof Step.Rejected<S> rejected
                    ? rejected.violation().rule()
                    : null;
            assertThat(spec.rules().stream().map(Rule::id)).contains(rule == null ? "none" : rule.id());
            Statistics.label("altered").collect("rejected");
        }
    }

    private static <C> ObjectNode written(Codec<C, ?, ?> codec, C config) {
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        codec.writeConfig(config, new ObjectWriter(header));
        return header;
    }

    private static Fields fields(ObjectNode node) {
        return new Fields(node);
    }

    /** Each with another value in one place. */
    private static List<ObjectNode> alterations(ObjectNode reply) {
        List<ObjectNode> altered = new ArrayList<>();
        reply.properties().forEach(field -> {
            for (JsonNode other : others(field.getValue())) {
                altered.add(reply.deepCopy().set(field.getKey(), other));
            }
        });
        return altered.stream().filter(AlteredReplyProperties::isWhole).toList();
    }

    /** A cursor has both its id and its sequence, or neither. */
    private static boolean isWhole(ObjectNode reply) {
        return List.of("previous", "last").stream()
                .allMatch(name -> !reply.has(name)
                        || reply.get(name).isNull()
                                == reply.get(name + "Sequence").isNull());
    }

    private static List<JsonNode> others(JsonNode value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (value.isBoolean()) {
            return List.of(json.booleanNode(!value.booleanValue()));
        }
        if (value.isIntegralNumber()) {
            return List.of(
                    json.numberNode(value.longValue() + 1),
                    json.numberNode(value.longValue() - 1),
                    json.numberNode(Long.MAX_VALUE - value.longValue()));
        }
        if (value.isArray()) {
            return otherLists((ArrayNode) value);
        }
        return value.isNull()
                ? List.of(json.textNode("a1"))
                : List.of(json.nullNode(), json.textNode(value.textValue() + "x"));
    }

    /** One element less, one twice, two swapped, none at all. */
    private static List<JsonNode> otherLists(ArrayNode list) {
        List<JsonNode> others = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            others.add(list.deepCopy().removeAll());
            ArrayNode shorter = list.deepCopy();
            shorter.remove(i);
            others.add(shorter);
            others.add(list.deepCopy().add(list.get(i)));
            ArrayNode swapped = list.deepCopy();
            swapped.set(i, list.get(0));
            swapped.set(0, list.get(i));
            others.add(swapped);
        }
        return others;
    }

    @Provide
    Arbitrary<Component<?, ?, ?, ?>> components() {
        return Arbitraries.of(SimplePartsTest.components().toList());
    }

    @Provide
    Arbitrary<Contract> contracts() {
        return Arbitraries.of(Contract.published(), Contract.strict());
    }
}
