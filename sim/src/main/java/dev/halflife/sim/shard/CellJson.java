package dev.halflife.sim.shard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.halflife.model.Rule;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.json.Printable;
import dev.halflife.sim.run.Detection;
import dev.halflife.sim.run.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cells of one component as JSON objects. Rules and situations stand there by their ids.
 *
 * @param component whose
 * @param rules the rules it is judged by
 */
record CellJson(String component, List<Rule> rules) {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern DURATION =
            Pattern.compile("PT(?=\\d)(\\d{1,15}H)?(\\d{1,2}M)?(\\d{1,2}(\\.\\d{1,9})?S)?");

    static CellJson of(CampaignId id, Component<?, ?, ?, ?> component) {
        return new CellJson(component.name(), id.trial(component).rules());
    }

    ObjectNode write(int number, Cell cell) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("component", component);
        node.put("cell", number);
        node.put("schedules", cell.sums().schedules());
        node.put("steps", cell.sums().steps());
        node.put("simulated", cell.sums().simulated().toString());
        node.put("digest", Digest.hex(cell.sums().digest()));
        var exercised = node.putArray("exercised");
        rules.stream()
                .filter(rule -> (cell.sums().exercised() & rule.bit()) != 0)
                .forEach(rule -> exercised.add(rule.id()));
        ObjectNode met = node.putObject("met");
        cell.met().forEach((id, its) -> met.putArray(id).add(its.schedules()).add(its.first()));
        ObjectNode broken = node.putObject("broken");
        cell.broken().forEach((id, its) -> write(its, broken.putObject(id)));
        Cell.Open open = cell.open();
        if (open != null) {
            node.putObject("undecided")
                    .put("schedules", cell.sums().undecided())
                    .put("first", open.first())
                    .put("why", open.why());
        }
        return node;
    }

    private static void write(Cell.Broken broken, ObjectNode node) {
        node.put("first", broken.first());
        node.put("schedules", broken.detection().schedules());
        node.put("operations", broken.detection().operations());
        var byMagnitude = node.putArray("byMagnitude");
        broken.detection().byMagnitude().forEach(byMagnitude::add);
    }

    Cell read(Fields fields) {
        long exercised = 0;
        List<String> ids = fields.texts("exercised");
        for (Rule rule : rules) {
            exercised |= ids.contains(rule.id()) ? rule.bit() : 0;
        }
        Fields undecided = fields.has("undecided") ? fields.object("undecided") : null;
        return new Cell(
                new Tally.Sums(
                        fields.integer("schedules", 1, Long.MAX_VALUE),
                        fields.integer("steps", 0, Long.MAX_VALUE),
                        Duration.parse(fields.text("simulated", DURATION, "a span of time such as PT1H30M2.5S")),
                        exercised,
                        Long.parseUnsignedLong(fields.text("digest", DIGEST, "16 hexadecimal digits"), 16),
                        undecided == null ? 0 : undecided.integer("schedules", 1, Long.MAX_VALUE)),
                met(fields),
                broken(fields),
                open(undecided));
    }

    /** The fields of an object that are called as rules and situations are. */
    private static Iterable<Map.Entry<String, JsonNode>> named(Fields fields, String name) {
        JsonNode node = fields.required(name);
        if (!node.isObject()
                || !node.properties().stream()
                        .allMatch(field -> Printable.shortened(field.getKey()).equals(field.getKey()))) {
            throw Fields.wrong(name, "an object by the ids of rules or situations", node);
        }
        return node.properties();
    }

    private static Cell.@Nullable Open open(@Nullable Fields undecided) {
        return undecided == null
                ? null
                : new Cell.Open(undecided.integer("first"), Printable.shortened(undecided.text("why")));
    }

    private static SortedMap<String, Cell.Met> met(Fields fields) {
        SortedMap<String, Cell.Met> met = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : named(fields, "met")) {
            List<Long> two = numbers(entry.getKey(), entry.getValue());
            if (two.size() != 2) {
                throw Fields.wrong(entry.getKey(), "how many schedules and the first", entry.getValue());
            }
            met.put(entry.getKey(), new Cell.Met(two.get(0), two.get(1)));
        }
        return met;
    }

    private static SortedMap<String, Cell.Broken> broken(Fields fields) {
        SortedMap<String, Cell.Broken> broken = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : named(fields, "broken")) {
            Fields its = fields.object("broken").object(entry.getKey());
            try {
                broken.put(
                        entry.getKey(),
                        new Cell.Broken(
                                its.integer("first", 0, Long.MAX_VALUE),
                                new Detection(
                                        its.integer("schedules", 1, Long.MAX_VALUE),
                                        its.integer("operations", 1, Long.MAX_VALUE),
                                        numbers("byMagnitude", its.required("byMagnitude")))));
            } catch (IllegalArgumentException e) {
                throw new MalformedInput(entry.getKey() + ": " + e.getMessage());
            }
        }
        return broken;
    }

    private static List<Long> numbers(String name, JsonNode node) {
        List<Long> numbers = new ArrayList<>();
        for (JsonNode number : node) {
            if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
                throw Fields.wrong(name, "whole numbers of 0 or more", number);
            }
            numbers.add(number.longValue());
        }
        return numbers;
    }
}
