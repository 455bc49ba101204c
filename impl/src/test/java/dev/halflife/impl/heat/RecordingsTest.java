package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recordings of a prototype of the strict rules, replayed line by line: they settle what the rules leave open. */
class RecordingsTest {

    private static final double RELATIVE_TOLERANCE = 1e-9;
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"strict-heat-00", "strict-heat-01", "strict-heat-02", "strict-heat-03", "strict-heat-04"})
    void heatRegistryRepliesAsRecorded(String recording) throws IOException {
        List<JsonNode> lines = read(recording);
        JsonNode header = lines.get(0);
        assertThat(header.get("subject").asText()).isEqualTo("heat-registry");
        new Replay<>(HeatRegistry.unmarked(policy(header)), header, ChainId::parse).run(recording, lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"strict-blob-00", "strict-blob-01", "strict-blob-02", "strict-blob-03", "strict-blob-04"})
    void blobHeatRegistryRepliesAsRecorded(String recording) throws IOException {
        List<JsonNode> lines = read(recording);
        JsonNode header = lines.get(0);
        assertThat(header.get("subject").asText()).isEqualTo("blob-heat-registry");
        new Replay<>(HeatRegistry.marked(policy(header)), header, BlobHash::parse).run(recording, lines);
    }

    private static List<JsonNode> read(String recording) throws IOException {
        try (InputStream in = RecordingsTest.class.getResourceAsStream("/golden/" + recording + ".jsonl")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            List<JsonNode> lines = new ArrayList<>();
            for (String line : text.lines().toList()) {
                lines.add(JSON.readTree(line));
            }
            return lines;
        }
    }

    private static HeatPolicy policy(JsonNode header) {
        JsonNode policy = header.get("policy");
        return new HeatPolicy(
                policy.get("enabled").asBoolean(),
                policy.get("emitRatio").asDouble(),
                header.get("halfLifeNanos").asLong());
    }

    /** One recording against one registry. */
    private static final class Replay<K> {

        private final HeatRegistry<K> registry;
        private final Function<String, K> parseKey;
        private final List<K> evicted = new ArrayList<>();
        private final Map<Long, Announcement<K>> announcements = new HashMap<>();

        Replay(HeatRegistryBuilder<K> builder, JsonNode header, Function<String, K> parseKey) {
            this.registry = builder.cap(header.get("cap").asInt())
                    .leaseNanos(header.get("leaseNanos").asLong())
                    .onEvicted(evicted::add)
                    .build();
            this.parseKey = parseKey;
        }

        void run(String recording, List<JsonNode> lines) {
            assertThat(lines).hasSizeGreaterThan(100);
            for (int line = 2; line <= lines.size(); line++) {
                JsonNode step = lines.get(line - 1);
                try {
                    replay(step);
                } catch (AssertionError | RuntimeException failure) {
                    throw new AssertionError(recording + " line " + line + ": " + step, failure);
                }
            }
        }

        private void replay(JsonNode step) {
            long atNanos = step.get("at").asLong();
            switch (step.get("op").asText()) {
                case "touch" -> {
                    registry.touch(key(step), atNanos);
                    assertEvicted(step);
                }
                case "bump" -> {
                    assertRate(registry.bump(key(step), atNanos), step.get("rate"));
                    assertEvicted(step);
                }
                case "tick" -> tick(step, atNanos);
                case "commit" -> answer(step, registry::commit, registry::commit);
                case "rollback" -> answer(step, registry::rollback, registry::rollback);
                case "remove" -> registry.remove(key(step));
                case "observe" -> observe(step);
                case "len" ->
                    assertThat(registry.size()).isEqualTo(step.get("len").asInt());
                default -> throw new AssertionError("unknown operation");
            }
        }

        private void tick(JsonNode step, long atNanos) {
            Announcement<K> announcement = registry.tick(atNanos);
            announcements.put(step.get("tick").asLong(), announcement);
            Map<String, JsonNode> recorded = new TreeMap<>();
            step.get("emissions").forEach(e -> recorded.put(e.get("key").asText(), e.get("rate")));
            assertThat(announcement.emissions())
                    .extracting(emission -> emission.key().toString())
                    .containsExactlyInAnyOrderElementsOf(recorded.keySet());
            for (Emission<K> emission : announcement.emissions()) {
                assertRate(
                        emission.rate(),
                        Objects.requireNonNull(recorded.get(emission.key().toString())));
            }
        }

        private void answer(JsonNode step, Whole<K> whole, Part<K> part) {
            Announcement<K> announcement =
                    Objects.requireNonNull(announcements.get(step.get("tick").asLong()));
            if (step.has("keys")) {
                List<K> keys = new ArrayList<>();
                step.get("keys").forEach(key -> keys.add(parseKey.apply(key.asText())));
                part.answer(announcement, keys);
            } else {
                whole.answer(announcement);
            }
        }

        private void observe(JsonNode step) {
            registry.observe(key(step))
                    .ifPresentOrElse(
                            seen -> {
                                assertThat(step.get("tracked").asBoolean()).isTrue();
                                assertRate(seen.rate(), step.get("rate"));
                                assertThat(seen.asOfNanos())
                                        .isEqualTo(step.get("asOf").asLong());
                                assertBelief(seen.belief(), step.get("lastEmitted"));
                            },
                            () -> assertThat(step.get("tracked").asBoolean()).isFalse());
        }

        private K key(JsonNode step) {
            return parseKey.apply(step.get("key").asText());
        }

        private void assertEvicted(JsonNode step) {
            JsonNode recorded = step.get("evicted");
            assertThat(evicted).isEqualTo(recorded.isNull() ? List.of() : List.of(parseKey.apply(recorded.asText())));
            evicted.clear();
        }

        private static void assertBelief(Belief belief, JsonNode recorded) {
            if (recorded.isNull()) {
                assertThat(belief).isEqualTo(Belief.never());
            } else if (recorded.isTextual()) {
                assertThat(belief).isEqualTo(Belief.unknown());
            } else {
                assertThat(belief)
                        .isInstanceOfSatisfying(
                                Belief.Announced.class, announced -> assertRate(announced.rate(), recorded));
            }
        }

        private static void assertRate(double rate, JsonNode recorded) {
            Offset<Double> tolerance = within(Math.abs(recorded.asDouble()) * RELATIVE_TOLERANCE);
            assertThat(rate).isCloseTo(recorded.asDouble(), tolerance);
        }
    }

    private interface Whole<K> {
        void answer(Announcement<K> announcement);
    }

    private interface Part<K> {
        void answer(Announcement<K> announcement, List<K> keys);
    }
}
