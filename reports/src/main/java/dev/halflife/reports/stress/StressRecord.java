package dev.halflife.reports.stress;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one stress case came to for one subject, as the stress tests write it.
 *
 * @param race the case
 * @param kind {@code lincheck} or {@code jcstress}
 * @param subject {@code reference}, or the name of the defect that its twin has
 * @param bounds how much was tried
 * @param verdict {@code holds}, {@code convicted}, {@code violated}, {@code not_convicted} or {@code undecided}
 * @param text the interleaving that convicts; empty where there is none
 * @param outcomes what was observed; empty where outcomes are not counted
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StressRecord(
        @JsonProperty("case") String race,
        String kind,
        String subject,
        String bounds,
        String verdict,
        String text,
        List<Outcome> outcomes) {

    /** What a file may leave out is empty. */
    public StressRecord(
            @Nullable String race,
            @Nullable String kind,
            @Nullable String subject,
            @Nullable String bounds,
            @Nullable String verdict,
            @Nullable String text,
            @Nullable List<Outcome> outcomes) {
        this.race = Objects.requireNonNullElse(race, "");
        this.kind = Objects.requireNonNullElse(kind, "");
        this.subject = Objects.requireNonNullElse(subject, "");
        this.bounds = Objects.requireNonNullElse(bounds, "");
        this.verdict = Objects.requireNonNullElse(verdict, "");
        this.text = Objects.requireNonNullElse(text, "");
        this.outcomes = outcomes == null ? List.of() : List.copyOf(outcomes);
    }

    /**
     * One outcome of a race.
     *
     * @param outcome the replies
     * @param count how often it was seen
     * @param expectation {@code acceptable} or {@code forbidden}
     * @param description what it means
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Outcome(String outcome, long count, String expectation, String description) {}

    /** How this stands: {@code holds} where it ended as it should, {@code undecided}, or else {@code violated}. */
    public String standing() {
        return switch (verdict) {
            case "holds", "convicted" -> "holds";
            case "undecided" -> "undecided";
            default -> "violated";
        };
    }
}
