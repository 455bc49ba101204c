package dev.halflife.model.heat;

import dev.halflife.model.heat.HeatReply.Emission;
import java.util.ArrayList;
import java.util.List;

/** Replies for a {@link History}. */
final class Answer {

    static final Belief NEVER = Belief.Unsettled.NEVER;
    static final Belief UNKNOWN = Belief.Unsettled.UNKNOWN;

    private Answer() {}

    /** To a touch that evicts nothing. */
    static HeatReply touched() {
        return new HeatReply.Touched(null);
    }

    static HeatReply evicted(String key) {
        return new HeatReply.Touched(key);
    }

    /** To a bump that evicts nothing. */
    static HeatReply rate(double rate) {
        return new HeatReply.Bumped(null, rate);
    }

    static HeatReply evictedForRate(String key, double rate) {
        return new HeatReply.Bumped(key, rate);
    }

    /** To a tick without decisions. */
    static HeatReply nothing() {
        return new HeatReply.Ticked(List.of());
    }

    static HeatReply told(String key, double rate) {
        return new HeatReply.Ticked(List.of(new Emission(key, rate)));
    }

    static HeatReply withdrawn(String... keys) {
        List<Emission> emissions = new ArrayList<>();
        for (String key : keys) {
            emissions.add(new Emission(key, 0));
        }
        return new HeatReply.Ticked(emissions);
    }

    static HeatReply told(String key, double rate, String other, double otherRate) {
        return new HeatReply.Ticked(List.of(new Emission(key, rate), new Emission(other, otherRate)));
    }

    static HeatReply told(Emission... emissions) {
        return new HeatReply.Ticked(List.of(emissions));
    }

    static HeatReply tracked(double rate, long asOfNanos, Belief lastEmitted) {
        return new HeatReply.Tracked(rate, asOfNanos, lastEmitted);
    }

    static HeatReply untracked() {
        return new HeatReply.Untracked();
    }

    static HeatReply counted(long len) {
        return new HeatReply.Counted(len);
    }

    static HeatReply done() {
        return new HeatReply.Done();
    }

    static Belief announced(double rate) {
        return new Belief.Announced(rate);
    }
}
