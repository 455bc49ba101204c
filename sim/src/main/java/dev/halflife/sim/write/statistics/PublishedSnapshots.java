package dev.halflife.sim.write.statistics;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import dev.halflife.sim.json.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots as published: all of it written to the one temporary file, which is then renamed; nothing is forced, and
 * nobody waits for another. A number that is not finite is written as null, which cannot be read back. The partition is a
 * text here; in the original it is a record, which its JSON library refuses as a key: from the first partition on every save
 * there fails, and is only logged.
 */
final class PublishedSnapshots {

    static final String FILE = "stats.json";
    private static final String TEMPORARY = "stats.json.tmp";

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private final SimulatedDisk disk;

    PublishedSnapshots(SimulatedDisk disk) {
        this.disk = disk;
    }

    /** How a step of a save ended. */
    enum Ended {
        NOT_YET,
        RENAMED,
        FAILED
    }

    /** One save: opened and half written, written, renamed; a step each. */
    final class Save {
        private final byte[] text;
        private SimulatedDisk.@Nullable Open file;
        private boolean written;

        private Save(byte[] text) {
            this.text = text;
        }

        Ended step() {
            int half = text.length / 2;
            if (file == null) {
                file = disk.create(TEMPORARY);
                file.write(Arrays.copyOfRange(text, 0, half));
                return Ended.NOT_YET;
            }
            if (!written) {
                file.write(Arrays.copyOfRange(text, half, text.length));
                written = true;
                return Ended.NOT_YET;
            }
            return disk.rename(TEMPORARY, FILE) ? Ended.RENAMED : Ended.FAILED;
        }
    }

    Save begin(Map<String, PublishedStatistics> partitions) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        partitions.forEach((partition, statistics) -> {
            ObjectNode one = all.putObject(partition);
            one.put("count", statistics.count());
            one.set("mean", number(statistics.mean()));
            one.set("m2", number(statistics.m2()));
        });
        return new Save(JsonText.of(all).getBytes(StandardCharsets.UTF_8));
    }

    private static ValueNode number(double value) {
        return Double.isFinite(value)
                ? JsonNodeFactory.instance.numberNode(value)
                : JsonNodeFactory.instance.nullNode();
    }

    boolean exists() {
        return disk.read(FILE) != null;
    }

    /** The snapshot; empty where the file is none. */
    Optional<SortedMap<String, PublishedStatistics>> load() {
        byte[] text = disk.read(FILE);
        if (text == null) {
            return Optional.of(new TreeMap<>());
        }
        try {
            JsonNode all = JSON.readTree(text);
            return all.isObject() ? partitions(all) : Optional.empty();
        } catch (IOException e) { // not JSON, or in no encoding of JSON, as torn files may seem to be
            return Optional.empty();
        }
    }

    private static Optional<SortedMap<String, PublishedStatistics>> partitions(JsonNode all) {
        SortedMap<String, PublishedStatistics> loaded = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : all.properties()) {
            JsonNode count = entry.getValue().path("count");
            JsonNode mean = entry.getValue().path("mean");
            JsonNode m2 = entry.getValue().path("m2");
            if (!count.canConvertToLong() || !mean.isNumber() || !m2.isNumber()) {
                return Optional.empty();
            }
            loaded.put(
                    entry.getKey(), new PublishedStatistics(count.longValue(), mean.doubleValue(), m2.doubleValue()));
        }
        return Optional.of(loaded);
    }
}
