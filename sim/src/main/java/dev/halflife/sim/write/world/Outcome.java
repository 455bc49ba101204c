package dev.halflife.sim.write.world;

import dev.halflife.model.write.interference.InterferenceOperation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a consolidation ends. */
public enum Outcome {
    /** It did something. */
    PROGRESS("consolidation progresses", InterferenceOperation.Outcome.PROGRESS),
    /** It found nothing to do. */
    NO_PROGRESS("consolidation without progress", InterferenceOperation.Outcome.NO_PROGRESS),
    /** It failed. */
    FAILED("consolidation fails", InterferenceOperation.Outcome.FAILED),
    /** It ended, and nobody ever hears how. */
    LOST("consolidation's report is lost", null);

    private final String text;
    private final InterferenceOperation.@Nullable Outcome reported;

    Outcome(String text, InterferenceOperation.@Nullable Outcome reported) {
        this.text = text;
        this.reported = reported;
    }

    /** What the tracker hears of it; null where it hears nothing. */
    InterferenceOperation.@Nullable Outcome reported() {
        return reported;
    }

    /** The outcome in words. */
    public String text() {
        return text;
    }

    /** The name in a schedule file, such as {@code no-progress}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
