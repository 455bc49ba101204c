package dev.halflife.sim.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.halflife.model.Blame;
import dev.halflife.model.Contract;
import dev.halflife.model.DeterministicSpec;
import dev.halflife.model.Operation;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import dev.halflife.model.Violation;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.json.ObjectWriter;
import dev.halflife.sim.random.Rng;
import dev.halflife.sim.write.breaker.BreakerComponent;
import dev.halflife.sim.write.credits.CreditsComponent;
import dev.halflife.sim.write.interference.InterferenceComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.jspecify.annotations.Nullable;

/**
 * What the codec writes it reads back; a prediction is accepted; and a reply that differs from it in one field of the
 * trace is rejected by a rule of the component, under either contract.
 */
class AlteredReplyProperties {

    private static final int LENGTH = 40;

    /** The rules that say what a field of a reply must be. */
    private static final Map<String, List<String>> GOVERNING = Map.ofEntries(
            Map.entry("moved", List.of("K1")),
            Map.entry("position", List.of("K1")),
            Map.entry("previous", List.of("N1", "N2")),
            Map.entry("previousSequence", List.of("N1", "N2")),
            Map.entry("sequence", List.of("N1", "N2")),
            Map.entry("last", List.of("N1", "N2")),
            Map.entry("lastSequence", List.of("N1", "N2")),
            Map.entry("dropped", List.of("Q1", "Q2", "F11")),
            Map.entry("items", List.of("Q1", "Q2", "F11")),
            // C2: of a wrong head the wrong revisions are trimmed.
            Map.entry("len", List.of("Q1", "Q2", "F11", "C1", "C2", "F12")),
            Map.entry("head", List.of("C1", "C2", "F12")),
            Map.entry("present", List.of("C1", "C2", "F12")),
            Map.entry("removed", List.of("C1", "C2", "F12")),
            Map.entry("allowed", List.of("B1", "B2", "B3", "F8")),
            Map.entry("open", List.of("B1", "B2", "B3")),
            Map.entry("total", List.of("I1", "I2", "I3", "I4", "I5", "F9")),
            Map.entry("namespaces", List.of("I1", "I3", "I4", "I5", "F9")),
            Map.entry("outcome", List.of("I3", "I4", "F9")),
            Map.entry("reduced", List.of("I4", "I5", "F9")),
            Map.entry("remaining", List.of("I1", "I4", "I5", "F9")),
            Map.entry("scores", List.of("I1", "I4", "I5", "F9")),
            Map.entry("pending", List.of("I3", "I4", "F9")),
            Map.entry("flush", List.of("A1", "A2", "A3", "A4", "A5", "A6", "F6")),
            Map.entry("count", List.of("A1", "A4", "A5", "A6", "F6")),
            Map.entry("pile", List.of("A1", "A4", "A5", "A6", "F6")));

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
        List<O> operations = new ArrayList<>();
        List<R> replies = new ArrayList<>();
        int blamed = rng.nextInt(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            O operation = script.next(state);
            if (spec.refusal(state, operation).isPresent()) {
                continue;
            }
            R right = spec.predict(state, operation);
            operations.add(operation);
            replies.add(right);
            judgeAltered(spec, component.codec(), state, operations, replies, i == blamed);
            Step<S> step = spec.judge(state, operation, right);
            assertThat(step).isInstanceOf(Step.Accepted.class);
            state = step instanceof Step.Accepted<S> accepted ? accepted.state() : state;
        }
    }

    private static <C, S, O extends Operation<O>, R> void judgeAltered(
            Spec<S, O, R> spec, Codec<C, O, R> codec, S state, List<O> operations, List<R> replies, boolean blamed) {
        int last = operations.size() - 1;
        O operation = operations.get(last);
        R right = replies.get(last);
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        codec.writeOperation(operation, new ObjectWriter(request));
        assertThat(codec.readOperation(fields(request))).isEqualTo(operation);
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        codec.writeReply(right, new ObjectWriter(reply));
        assertThat(codec.readReply(operation, fields(reply))).isEqualTo(right);
        for (Altered altered : alterations(reply)) {
            R wrong = read(codec, operation, altered.reply());
            if (wrong == null || wrong.equals(right)) {
                continue;
            }
            Step<S> step = spec.judge(state, operation, wrong);
            if (spec instanceof DeterministicSpec) {
                assertThat(step).as("%s answered %s", request, altered.reply()).isInstanceOf(Step.Rejected.class);
            }
            if (step instanceof Step.Rejected<S> rejected) {
                List<R> told = new ArrayList<>(replies);
                told.set(last, wrong);
                Violation violation = blamed
                        ? Blame.of(spec, spec.initial(), operations, told, rejected.violation())
                        : rejected.violation();
                assertThat(GOVERNING.get(altered.field()))
                        .as("%s answered %s after %s", request, altered.reply(), operations)
                        .contains(violation.rule().id());
                assertThat(violation.expected()).isNotEqualTo(violation.seen());
                Statistics.label("altered").collect("rejected");
            }
        }
    }

    /** Null where a trace cannot say that. */
    private static <C, O extends Operation<O>, R> @Nullable R read(
            Codec<C, O, R> codec, O operation, ObjectNode reply) {
        try {
            return codec.readReply(operation, fields(reply));
        } catch (MalformedInput e) {
            return null;
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

    /** A reply with another value in one field. */
    private record Altered(String field, ObjectNode reply) {}

    /** Each with another value in one place. */
    private static List<Altered> alterations(ObjectNode reply) {
        List<Altered> altered = new ArrayList<>();
        reply.properties().forEach(field -> {
            for (JsonNode other : others(field.getValue())) {
                ObjectNode node = reply.deepCopy();
                node.set(field.getKey(), other);
                altered.add(new Altered(field.getKey(), node));
            }
        });
        return altered.stream().filter(each -> isWhole(each.reply())).toList();
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
        if (value.isFloatingPointNumber()) {
            return List.of(json.numberNode(2 * value.floatValue() + 1), json.numberNode(-1 - value.floatValue()));
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
        return Arbitraries.of(Stream.concat(
                        SimplePartsTest.components(),
                        Stream.<Component<?, ?, ?, ?>>of(
                                new BreakerComponent(), new InterferenceComponent(), new CreditsComponent()))
                .toList());
    }

    @Provide
    Arbitrary<Contract> contracts() {
        return Arbitraries.of(Contract.published(), Contract.strict());
    }
}
