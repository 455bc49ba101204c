package dev.halflife.sim.exec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.halflife.sim.json.JsonText;
import java.nio.charset.StandardCharsets;

/** Lines as they are written to a process. */
final class Requests {

    private Requests() {}

    /** The object as a line. */
    static byte[] line(ObjectNode node) {
        return (JsonText.of(node) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
