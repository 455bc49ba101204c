package dev.halflife.impl.write;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a registry says, in the words of the tracker's replies. */
final class Meters {

    private Meters() {}

    /** The counters that are not 0, by what they count. */
    static Map<String, Integer> counted(MeterRegistry registry) {
        Map<String, Integer> counted = new TreeMap<>();
        for (Meter meter : registry.getMeters()) {
            if (meter instanceof Counter counter && counter.count() > 0) {
                counted.put(counter.getId().getTags().get(0).getValue(), (int) counter.count());
            }
        }
        return counted;
    }

    /** The tag that counts an action; one that no counter counts is {@code none}. */
    static String nameOf(Action action) {
        if (action instanceof Action.Suppressed suppressed) {
            return suppressed.reason() == Action.Reason.COOLDOWN ? "cooldown_active" : "awaiting_feedback";
        }
        return action instanceof Action.Triggered ? "threshold_exceeded" : "none";
    }

    static String nameOf(FeedbackResult result) {
        return switch (result.outcome()) {
            case PROGRESS -> "progress";
            case NO_PROGRESS -> "no_progress";
            case FAILED -> "failed";
            case NO_PENDING_TRIGGER -> "no_pending_trigger";
        };
    }

    /** The backlog's score and namespaces, as the gauges say. */
    static List<Double> backlog(MeterRegistry registry) {
        return List.of(
                registry.get("halflife.consolidation.backlog.score").gauge().value(),
                registry.get("halflife.consolidation.backlog.namespaces")
                        .gauge()
                        .value());
    }

    /** The same of the state itself; its scores must be such that a float adds them without rounding. */
    static List<Double> backlog(Backlog backlog) {
        double score = backlog.scores().values().stream()
                .mapToDouble(Float::doubleValue)
                .sum();
        return List.of(score, (double) backlog.scores().size());
    }
}
