package dev.halflife.model.heat;

import dev.halflife.model.NumberText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a heat registry answers. */
public sealed interface HeatReply {

    /** To a touch: the key evicted to make room, if any (R2). */
    record Touched(@Nullable String evicted) implements HeatReply {}

    /** To a bump: the key evicted to make room, if any, and the rate after the bump (D3). */
    record Bumped(@Nullable String evicted, double rate) implements HeatReply {}

    /** To a tick: the decisions that are not suppress, in any order (T1). */
    record Ticked(List<Emission> emissions) implements HeatReply {
        public Ticked {
            emissions = List.copyOf(emissions);
        }
    }

    /** One announcement: rate 0 is a withdrawal. */
    record Emission(String key, double rate) {
        @Override
        public String toString() {
            return KeyText.of(key) + " → " + NumberText.of(rate);
        }
    }

    /** To a commit, a rollback and a remove: nothing to say. */
    record Done() implements HeatReply {}

    /** To an observe of a key that is not tracked. */
    record Untracked() implements HeatReply {}

    /** To an observe: the rate as of {@code asOfNanos} (where the subject tells), and what peers believe. */
    record Tracked(double rate, @Nullable Long asOfNanos, Belief lastEmitted) implements HeatReply {}

    /** To a len: the number of tracked keys. */
    record Counted(long len) implements HeatReply {}
}
