package dev.halflife.sim.shard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.halflife.sim.Components;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.gate.Records;
import dev.halflife.sim.json.Contracts;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.JsonBytes;
import dev.halflife.sim.json.JsonText;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.run.Subjects;
import dev.halflife.sim.shard.CampaignResult.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A campaign's result as a JSON document, a cell a line. The same result gives the same bytes. */
public final class ResultFile {

    /** The format this reads and writes. */
    public static final String FORMAT = "halflife-campaign/1";

    private static final Pattern SEED = Pattern.compile("0x[0-9a-f]{1,16}");

    private ResultFile() {}

    /** The document. */
    public static String text(CampaignResult result) {
        CampaignId id = result.id();
        var head = JsonNodeFactory.instance.objectNode();
        head.put("campaign", FORMAT);
        head.put("seed", Records.hex(id.seed()));
        head.put("schedules", id.schedules());
        head.put("subject", id.subject());
        head.set("contract", Contracts.write(id.contract()));
        var components = head.putObject("components");
        id.components().forEach(entrant -> components.put(entrant.name(), entrant.workload()));
        var divisions = head.putArray("divisions");
        result.divisions().forEach(divisions::add);
        StringBuilder text = new StringBuilder("{\n");
        head.properties()
                .forEach(field -> text.append("  \"")
                        .append(field.getKey())
                        .append("\": ")
                        .append(JsonText.of(field.getValue()))
                        .append(",\n"));
        text.append("  \"cells\": [");
        String before = "\n";
        for (Map.Entry<Place, Cell> entry : result.cells().entrySet()) {
            CellJson cells = CellJson.of(id, component(id, entry.getKey().component()));
            text.append(before)
                    .append("    ")
                    .append(JsonText.of(cells.write(entry.getKey().cell(), entry.getValue())));
            before = ",\n";
        }
        return text.append("\n  ]\n}\n").toString();
    }

    /**
     * A result.
     *
     * @throws MalformedInput if it is none
     */
    public static CampaignResult parse(byte[] bytes) {
        Fields fields = new Fields(JsonBytes.object(bytes));
        if (!(fields.has("campaign") ? fields.text("campaign") : "").equals(FORMAT)) {
            throw new MalformedInput("a document with \"campaign\":\"" + FORMAT + "\" was expected");
        }
        return parse(fields);
    }

    private static CampaignResult parse(Fields fields) {
        CampaignId id = id(fields);
        SortedSet<Integer> divisions = new TreeSet<>();
        for (JsonNode division : fields.required("divisions")) {
            if (!division.isInt() || division.intValue() < 1 || division.intValue() > Cells.MOST) {
                throw Fields.wrong("divisions", "whole numbers within [1, " + Cells.MOST + "]", division);
            }
            divisions.add(division.intValue());
        }
        SortedMap<Place, Cell> cells = new TreeMap<>();
        for (Fields cell : fields.objects("cells")) {
            String name = cell.text("component");
            int component = id.components().stream()
                    .map(CampaignId.Entrant::name)
                    .toList()
                    .indexOf(name);
            if (component < 0) {
                throw new MalformedInput("component of a cell must be one of the campaign's: " + name);
            }
            int number = (int) cell.integer("cell", 0, id.cells().count() - 1L);
            try {
                Cell read = CellJson.of(id, component(id, component)).read(cell);
                if (read.sums().schedules() != id.cells().size(number)) {
                    throw new MalformedInput("schedules must be " + id.cells().size(number) + ": "
                            + read.sums().schedules());
                }
                if (cells.put(new Place(component, number), read) != null) {
                    throw new MalformedInput("it must stand once");
                }
            } catch (MalformedInput e) {
                throw e.at("cell " + number + " of " + name);
            }
        }
        CampaignResult result = new CampaignResult(id, divisions, cells);
        try {
            id.components().forEach(entrant -> result.total(entrant.name()));
        } catch (ArithmeticException e) {
            throw new MalformedInput("what its cells come to must fit into 64 bits");
        }
        return result;
    }

    private static CampaignId id(Fields fields) {
        String subject = fields.text("subject");
        List<CampaignId.Entrant> entrants = new ArrayList<>();
        for (var field : fields.required("components").properties()) {
            Component<?, ?, ?, ?> component = Components.named(field.getKey());
            if (Subjects.isForeign(subject) || !Subjects.has(component, subject)) {
                throw new MalformedInput("subject must be one that " + component.name() + " has: " + subject);
            }
            entrants.add(
                    new CampaignId.Entrant(component.name(), field.getValue().asText()));
        }
        if (entrants.isEmpty()) {
            throw Fields.wrong(
                    "components", "an object with a component's name or more", fields.required("components"));
        }
        String seed = fields.text("seed", SEED, "0x and up to 16 hexadecimal digits");
        return new CampaignId(
                Long.parseUnsignedLong(seed.substring(2), 16),
                fields.integer("schedules", 1, Long.MAX_VALUE / Cells.MOST),
                subject,
                Contracts.read(fields.required("contract")),
                entrants);
    }

    private static Component<?, ?, ?, ?> component(CampaignId id, int place) {
        return Components.named(id.components().get(place).name());
    }
}
