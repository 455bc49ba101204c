package dev.halflife.stress.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What one case came to for one subject: a JSON file in {@code target/stress}, one object with these fields.
 *
 * @param race the case, such as {@code importance-credits} or {@code drain against record}
 * @param kind {@code lincheck} or {@code jcstress}
 * @param subject {@code reference}, or the name of the defect that its twin has
 * @param bounds how much was tried: a pass is evidence within these bounds, and no more
 * @param verdict how it ended
 * @param text for people: the interleaving that convicts; empty where there is none
 * @param outcomes what was observed, empty where outcomes are not counted
 */
public record StressRecord(
        String race, String kind, String subject, String bounds, Verdict verdict, String text, List<Outcome> outcomes) {

    private static final Path FOLDER = Path.of("target", "stress");
    private static final ObjectWriter JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writer();

    /** How a case ended. */
    public enum Verdict {
        /** The reference held. */
        HOLDS,
        /** The defect was convicted. */
        CONVICTED,
        /** The reference did not hold. */
        VIOLATED,
        /** The defect was not convicted, so that the case proves nothing. */
        NOT_CONVICTED,
        /** What was to be seen or not was not, in fewer samples than it takes to say anything. */
        UNDECIDED
    }

    /**
     * One outcome of a race.
     *
     * @param outcome the replies, such as {@code 1, 0}
     * @param count how often it was seen
     * @param expectation {@code acceptable} or {@code forbidden}
     * @param description what it means
     */
    public record Outcome(String outcome, long count, String expectation, String description) {}

    /** Writes the record and shows it in the table at the end of the run. */
    public StressRecord save() {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("case", race)
                .put("kind", kind)
                .put("subject", subject)
                .put("bounds", bounds)
                .put("verdict", verdict.name().toLowerCase(java.util.Locale.ROOT))
                .put("text", text);
        var array = node.putArray("outcomes");
        for (Outcome outcome : outcomes) {
            array.addObject()
                    .put("outcome", outcome.outcome())
                    .put("count", outcome.count())
                    .put("expectation", outcome.expectation())
                    .put("description", outcome.description());
        }
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(fileName()), JSON.writeValueAsString(node) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SummaryTable.add(this);
        return this;
    }

    /** The samples behind it: how many outcomes were seen. */
    public long samples() {
        return outcomes.stream().mapToLong(Outcome::count).sum();
    }

    private String fileName() {
        return (kind + "-" + race + "-" + subject).replaceAll("[^A-Za-z0-9]+", "-") + ".json";
    }
}
