package dev.halflife.reports.cli;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.halflife.reports.stress.StressRecords;
import dev.halflife.reports.text.Commands;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.json.Complaint;
import dev.halflife.sim.json.JsonBytes;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.json.Printable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The records that a report is drawn from.
 *
 * @param run the run
 * @param commands the lines to paste, as they were where it ran
 * @param before the run before it in the same folder, or null
 * @param stress what the stress tests had left behind by then
 */
record SavedRun(RunRecord run, Commands commands, @Nullable RunRecord before, StressRecords stress) {

    /** The field of the document, beside those of the record. */
    private static final String COMMANDS = "commands";

    /** The format before {@link RunRecord#FORMAT}. */
    private static final String BEFORE_ECHOES = "halflife-run/1";

    private static final Set<String> LINES = Set.of("document", "trace", "text");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();

    /** A run alone. */
    SavedRun(RunRecord run, Commands commands) {
        this(run, commands, null, StressRecords.NONE);
    }

    /** The run as a document. */
    String text() {
        ObjectNode document = JSON.valueToTree(run);
        document.set(COMMANDS, JSON.valueToTree(commands));
        return Json.text(document) + "\n";
    }

    /**
     * A run that was saved, without the one before it.
     *
     * @throws MalformedInput if it is none
     */
    static SavedRun parse(byte[] bytes) {
        try {
            ObjectNode fields = JsonBytes.object(bytes);
            String format = fields.path("format").asText();
            if (!format.equals(RunRecord.FORMAT) && !format.equals(BEFORE_ECHOES)) {
                throw new MalformedInput("a document with \"format\":\"" + RunRecord.FORMAT + "\" was expected");
            }
            if (format.equals(BEFORE_ECHOES)) {
                withoutEchoes(fields);
            }
            JsonNode commands = fields.remove(COMMANDS);
            if (commands == null) {
                throw new MalformedInput(COMMANDS + " is missing");
            }
            return new SavedRun(
                    JSON.treeToValue(inOneLine("", fields), RunRecord.class),
                    JSON.treeToValue(inOneLine("", commands), Commands.class));
        } catch (JsonProcessingException e) {
            throw new MalformedInput("no record of a run: " + Complaint.of(e).replace("creator property", "field"));
        }
    }

    /** A file may say anything: each text of it becomes one line without controls, but for those that are made of lines. */
    private static JsonNode inOneLine(String name, JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var field : object.properties()) {
                field.setValue(inOneLine(field.getKey(), field.getValue()));
            }
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, inOneLine(name, list.get(i)));
            }
        } else if (node.isTextual()) {
            String text = node.textValue();
            return TextNode.valueOf(LINES.contains(name) ? Printable.inLines(text) : Printable.inOneLine(text));
        }
        return node;
    }

    /** A run that was saved when nobody told echoes: every broken rule counts as a cause. */
    private static void withoutEchoes(ObjectNode run) {
        run.put("format", RunRecord.FORMAT);
        for (JsonNode engine : run.path("engines")) {
            for (JsonNode found : engine.path("counterexamples")) {
                if (found instanceof ObjectNode fields) {
                    fields.put("echoOf", "");
                    fields.put("cut", false);
                }
            }
        }
    }

    /**
     * Records of stress tests that were saved.
     *
     * @throws MalformedInput if they are none
     */
    static StressRecords parseStress(byte[] bytes) {
        try {
            return JSON.treeToValue(inOneLine("", JsonBytes.object(bytes)), StressRecords.class);
        } catch (JsonProcessingException e) {
            throw new MalformedInput("no records of stress tests: " + Complaint.of(e));
        }
    }
}
