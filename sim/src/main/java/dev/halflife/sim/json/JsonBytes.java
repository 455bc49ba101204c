package dev.halflife.sim.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * The one way JSON from outside is read: UTF-8 with or without a mark, each field once, nothing after the end, and of so
 * many tokens at most that the tree of them is bounded, whatever its bytes are. Thread-safe.
 */
public final class JsonBytes {

    /** How many brackets, names and values a text may have: room for a tick of some hundred thousand keys. */
    public static final int MOST_TOKENS = 1 << 20;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_TOKENS)
                            .maxNestingDepth(500)
                            .build())
                    .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                    .build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBytes() {}

    /**
     * The object that these bytes are.
     *
     * @throws MalformedInput if they are none
     */
    public static ObjectNode object(byte[] bytes) {
        return object(bytes, bytes.length, "not JSON");
    }

    /** The same of the first bytes; {@code otherwise} is what is said where they are no JSON. */
    static ObjectNode object(byte[] bytes, int length, String otherwise) {
        requireUtf8(bytes, length);
        try {
            JsonNode node = JSON.reader().readTree(bytes, 0, length);
            if (!(node instanceof ObjectNode object)) {
                String instead = node.isMissingNode() ? "" : ": " + Fields.shortened(JsonText.of(node));
                throw new MalformedInput("a JSON object was expected" + instead);
            }
            return object;
        } catch (StreamConstraintsException e) {
            throw new MalformedInput(limit(String.valueOf(e.getOriginalMessage())));
        } catch (JsonProcessingException e) {
            throw new MalformedInput(otherwise + ": " + Complaint.of(e));
        } catch (IOException e) {
            throw new MalformedInput(otherwise + ": " + e.getMessage());
        }
    }

    /** What text in another encoding begins with; in UTF-8 it could only be text that is no JSON. */
    private static void requireUtf8(byte[] bytes, int length) {
        boolean marked = length > 1 && (bytes[0] & bytes[1] & 0xfe) == 0xfe && bytes[0] != bytes[1];
        for (int i = 0; i < Math.min(length, 4); i++) {
            if (marked || bytes[i] == 0) {
                throw new MalformedInput("text in UTF-8 was expected; this is UTF-16, UTF-32 or none");
            }
        }
    }

    private static String limit(String jacksons) {
        if (jacksons.startsWith("Token count")) {
            return "JSON of at most " + MOST_TOKENS + " brackets, names and values was expected";
        }
        return jacksons.startsWith("Document nesting depth")
                ? "JSON of at most 500 brackets in each other was expected"
                : "JSON within the limits was expected: " + jacksons;
    }
}
