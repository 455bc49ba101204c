package dev.halflife.sim.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.halflife.model.Contract;
import dev.halflife.sim.random.Rng;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A recording with one reply altered breaks a rule that fits the alteration, at that very line.
 * {@code -Dhalflife.alterations=5000} tries that many lines of each.
 */
class AlteredTraceTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LINES_PER_RECORDING = Integer.getInteger("halflife.alterations", 60);

    /** The rules that an altered field may break. */
    private static final Map<String, String> RULES = Map.of(
            "rate", "D1 D2 D3 D4 D6 F4",
            "asOf", "D1 D2 D6 F4",
            "evicted", "R2 R3 F2 F5",
            "emission rate", "D2 D4 D6 E2 F4 F3",
            "emission dropped", "E3 E4 E6 E7 T1 T4 T5 F1 F3 F4 F10 F13",
            "emission added", "D2 D4 D6 T1 T4 E1 E3 E5 E8 F1 F3 F4",
            "tracked", "R1 R3 R4 T3 F2 F5",
            "lastEmitted", "T1 T2 F1 F3 F13",
            "len", "R2 R3 R4 T3 F2 F5");

    private record Alteration(String field, ObjectNode step) {}

    @ParameterizedTest
    @MethodSource("dev.halflife.sim.trace.Golden#names")
    void oneAlteredReplyIsFoundWhereItIs(String name) throws IOException {
        List<String> lines =
                new String(Golden.bytes(name), StandardCharsets.UTF_8).lines().toList();
        Rng rng = new Rng(name.hashCode());
        int tried = 0;
        for (int i = 0; i < LINES_PER_RECORDING; i++) {
            int at = 1 + rng.nextInt(lines.size() - 1);
            ObjectNode step = (ObjectNode) JSON.readTree(lines.get(at));
            for (Alteration alteration : alterations(step, rng, lines)) {
                List<String> altered = new ArrayList<>(lines);
                altered.set(at, alteration.step().toString());
                assertFound(name, altered, at + 1, alteration);
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(LINES_PER_RECORDING / 2);
    }

    private static void assertFound(String name, List<String> lines, int line, Alteration alteration)
            throws IOException {
        byte[] trace = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        TraceResult result = new TraceChecker(Contract.published()).check(name, new ByteArrayInputStream(trace));

        assertThat(result)
                .as("%s of line %d: %s", alteration.field(), line, alteration.step())
                .isInstanceOfSatisfying(TraceResult.Violated.class, violated -> {
                    assertThat(violated.line()).isEqualTo(line);
                    assertThat(List.of(
                                    RULES.getOrDefault(alteration.field(), "").split(" ")))
                            .contains(violated.violation().rule().id());
                });
    }

    private static List<Alteration> alterations(ObjectNode step, Rng rng, List<String> lines) throws IOException {
        List<Alteration> alterations = new ArrayList<>();
        for (String field : List.of("rate", "asOf", "len", "lastEmitted")) {
            JsonNode value = step.path(field);
            if (value.isIntegralNumber() && !field.equals("rate")) {
                alterations.add(altered(field, step.deepCopy().put(field, value.longValue() + rng.oneOf(-1, 1))));
            } else if (value.isNumber() && value.doubleValue() > 0) {
                double factor = rng.oneOf(1 - 1e-6, 1 + 1e-6, 0.5, 2.0);
                alterations.add(altered(field, step.deepCopy().put(field, value.doubleValue() * factor)));
            } else if (value.isNull()) {
                alterations.add(altered(field, step.deepCopy().put(field, 1.5)));
            } else if (value.isTextual()) {
                alterations.add(altered(field, step.deepCopy().putNull(field)));
            }
        }
        if (step.has("evicted")) {
            ObjectNode copy = step.deepCopy();
            boolean none = step.get("evicted").isNull();
            alterations.add(altered("evicted", none ? copy.put("evicted", key(step)) : copy.putNull("evicted")));
        }
        if (step.has("tracked")) {
            ObjectNode copy = step.deepCopy();
            boolean tracked = step.get("tracked").booleanValue();
            alterations.add(altered(
                    "tracked",
                    tracked
                            ? copy.put("tracked", false)
                            : copy.put("tracked", true).put("rate", 0.5).putNull("lastEmitted")));
        }
        if (step.has("emissions")) {
            addEmissions(step, rng, lines, alterations);
        }
        return alterations;
    }

    private static void addEmissions(ObjectNode step, Rng rng, List<String> lines, List<Alteration> alterations)
            throws IOException {
        int size = step.get("emissions").size();
        if (size > 0) {
            ObjectNode dropped = step.deepCopy();
            ((ArrayNode) dropped.get("emissions")).remove(rng.nextInt(size));
            alterations.add(altered("emission dropped", dropped));
            ObjectNode other = step.deepCopy();
            ObjectNode emission = (ObjectNode) other.get("emissions").get(rng.nextInt(size));
            double rate = emission.get("rate").doubleValue();
            alterations.add(altered(
                    "emission rate",
                    rate == 0 ? withRate(other, emission, 1) : withRate(other, emission, rate * 1.01)));
        }
        String key = key((ObjectNode) JSON.readTree(lines.get(lines.size() - 1)));
        if (!key.isEmpty() && !step.get("emissions").toString().contains(key)) {
            ObjectNode added = step.deepCopy();
            ((ArrayNode) added.get("emissions")).addObject().put("key", key).put("rate", 7.5);
            alterations.add(altered("emission added", added));
        }
    }

    private static ObjectNode withRate(ObjectNode step, ObjectNode emission, double rate) {
        emission.put("rate", rate);
        return step;
    }

    private static String key(ObjectNode step) {
        return step.path("key").asText("");
    }

    private static Alteration altered(String field, ObjectNode step) {
        return new Alteration(field, step);
    }
}
