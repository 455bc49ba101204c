package dev.halflife.impl.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The bytes of a snapshot: one JSON object that ends in a checksum of all that stands before it.
 *
 * <pre>{@code
 * {"snapshot":"halflife-statistics/1","partitions":[{"realm":"main","namespace":"notes","model":"e5","layer":"episodic",
 * "count":2,"mean":0.25,"m2":0.125}],"checksum":"…"}
 * }</pre>
 *
 * <p>Partitions are sorted, so equal statistics give equal bytes; numbers read back to the last bit. The checksum, SHA-256
 * in lower-case hex, is over the bytes up to the comma before it: what is torn is noticed even where it is still valid
 * JSON. Formats to come have to end in the same way, so that a newer one is told from a damaged one.
 */
final class SnapshotFormat {

    private static final String FAMILY = "halflife-statistics/";
    private static final String FORMAT = FAMILY + "1";
    private static final String TRAILER_START = ",\"checksum\":\"";
    private static final String TRAILER_END = "\"}";
    private static final int TRAILER_LENGTH = TRAILER_START.length() + 64 + TRAILER_END.length();

    /** Escaped, because a name may hold half a surrogate pair; numbers by Jackson, because the JDK's text of them differs. */
    private static final JsonFactory WRITING = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private static final ObjectReader READING = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private SnapshotFormat() {}

    static byte[] write(Map<Partition, Summary> partitions) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = WRITING.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("snapshot", FORMAT);
            json.writeArrayFieldStart("partitions");
            for (Map.Entry<Partition, Summary> entry : new TreeMap<>(partitions).entrySet()) {
                write(json, entry.getKey(), entry.getValue());
            }
            json.writeEndArray();
            json.flush();
            json.writeStringField("checksum", checksum(bytes.toByteArray(), bytes.size()));
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // there is no device behind an array of bytes
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws DamagedSnapshot if it is anything else
     * @throws UnsupportedSnapshot if it is whole, but of another format
     */
    static SortedMap<Partition, Summary> read(byte[] content) throws DamagedSnapshot, UnsupportedSnapshot {
        requireWhole(content);
        JsonNode snapshot = parse(content);
        String format = text(snapshot, "snapshot");
        if (!format.startsWith(FAMILY)) {
            throw new DamagedSnapshot("snapshot must be " + FAMILY + "…: " + format);
        }
        if (!format.equals(FORMAT)) {
            throw new UnsupportedSnapshot(format);
        }
        JsonNode list = snapshot.path("partitions");
        if (!list.isArray()) {
            throw new DamagedSnapshot("partitions must be an array");
        }
        SortedMap<Partition, Summary> partitions = new TreeMap<>();
        for (JsonNode element : list) {
            Partition partition = partition(element);
            if (partitions.put(partition, summary(element)) != null) {
                throw new DamagedSnapshot("each partition must come once: " + partition);
            }
        }
        return partitions;
    }

    private static void write(JsonGenerator json, Partition partition, Summary summary) throws IOException {
        json.writeStartObject();
        json.writeStringField("realm", partition.realm());
        json.writeStringField("namespace", partition.namespace());
        json.writeStringField("model", partition.model());
        json.writeStringField("layer", partition.layer());
        json.writeNumberField("count", summary.count());
        json.writeNumberField("mean", summary.mean());
        json.writeNumberField("m2", summary.m2());
        json.writeEndObject();
    }

    private static void requireWhole(byte[] content) throws DamagedSnapshot {
        int checkedLength = content.length - TRAILER_LENGTH;
        if (checkedLength < 0) {
            throw new DamagedSnapshot("too short to be a snapshot: " + content.length + " bytes");
        }
        if (content.length > SnapshotStore.LARGEST_BYTES) {
            throw new DamagedSnapshot("larger than a snapshot can be, " + SnapshotStore.LARGEST_BYTES + " bytes");
        }
        byte[] trailer =
                (TRAILER_START + checksum(content, checkedLength) + TRAILER_END).getBytes(StandardCharsets.US_ASCII);
        if (!Arrays.equals(trailer, 0, trailer.length, content, checkedLength, content.length)) {
            throw new DamagedSnapshot("the checksum at the end does not match");
        }
    }

    private static JsonNode parse(byte[] content) throws DamagedSnapshot {
        try {
            return READING.readTree(content);
        } catch (IOException notJson) {
            throw new DamagedSnapshot("not JSON: " + notJson.getMessage());
        }
    }

    private static Partition partition(JsonNode element) throws DamagedSnapshot {
        return new Partition(
                text(element, "realm"), text(element, "namespace"), text(element, "model"), text(element, "layer"));
    }

    private static Summary summary(JsonNode element) throws DamagedSnapshot {
        JsonNode count = element.path("count");
        if (!count.isIntegralNumber() || !count.canConvertToLong()) {
            throw new DamagedSnapshot("count must be a whole number");
        }
        try {
            return new Summary(count.longValue(), number(element, "mean"), number(element, "m2"));
        } catch (IllegalArgumentException outOfRange) {
            throw new DamagedSnapshot(String.valueOf(outOfRange.getMessage()));
        }
    }

    private static String text(JsonNode element, String name) throws DamagedSnapshot {
        JsonNode value = element.path(name);
        if (!value.isTextual()) {
            throw new DamagedSnapshot(name + " must be text");
        }
        return value.textValue();
    }

    private static double number(JsonNode element, String name) throws DamagedSnapshot {
        JsonNode value = element.path(name);
        if (!value.isNumber()) {
            throw new DamagedSnapshot(name + " must be a number");
        }
        return value.doubleValue();
    }

    private static String checksum(byte[] content, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(content, 0, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
