package dev.halflife.model.heat;

import java.util.List;

/** Operations for a {@link History}, which moves them to its own time. */
final class Ask {

    private Ask() {}

    static HeatOperation touch(String key) {
        return new HeatOperation.Touch(0, key);
    }

    static HeatOperation touch(String key, long halfLifeNanos) {
        return new HeatOperation.Touch(0, key, halfLifeNanos);
    }

    static HeatOperation bump(String key) {
        return new HeatOperation.Bump(0, key);
    }

    static HeatOperation bump(String key, long halfLifeNanos) {
        return new HeatOperation.Bump(0, key, halfLifeNanos);
    }

    static HeatOperation tick(long number) {
        return new HeatOperation.Tick(0, number);
    }

    /** Of all that the tick announced, or of a part. */
    static HeatOperation commit(long tick, String... part) {
        return new HeatOperation.Commit(0, tick, part.length == 0 ? null : List.of(part));
    }

    static HeatOperation rollback(long tick, String... part) {
        return new HeatOperation.Rollback(0, tick, part.length == 0 ? null : List.of(part));
    }

    static HeatOperation remove(String key) {
        return new HeatOperation.Remove(0, key);
    }

    static HeatOperation observe(String key) {
        return new HeatOperation.Observe(0, key);
    }

    static HeatOperation len() {
        return new HeatOperation.Len(0);
    }
}
