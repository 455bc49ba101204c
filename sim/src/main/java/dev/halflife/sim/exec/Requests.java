package dev.halflife.sim.exec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/** Lines as they are written to a process. */
final class Requests {

    private static final com.fasterxml.jackson.databind.ObjectWriter JSON = new JsonMapper().writer();

    private Requests() {}

    /** The object as a line. */
    static byte[] line(ObjectNode node) {
        try {
            byte[] json = JSON.writeValueAsBytes(node);
            byte[] line = Arrays.copyOf(json, json.length + 1);
            line[json.length] = '\n';
            return line;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values could not be written", e);
        }
    }
}
