package dev.halflife.sim.heat;

import dev.halflife.model.heat.HeatOperation;
import dev.halflife.sim.component.Digest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes heat operations into a digest. */
record OperationDigest(Digest digest) implements HeatOperation.Cases<Digest> {

    @Override
    public Digest touch(HeatOperation.Touch touch) {
        return digest.add(1).add(touch.atNanos()).add(touch.key()).add(touch.halfLifeNanos());
    }

    @Override
    public Digest bump(HeatOperation.Bump bump) {
        return digest.add(2).add(bump.atNanos()).add(bump.key()).add(bump.halfLifeNanos());
    }

    @Override
    public Digest tick(HeatOperation.Tick tick) {
        return digest.add(3).add(tick.atNanos()).add(tick.number());
    }

    @Override
    public Digest commit(HeatOperation.Commit commit) {
        return answer(4, commit.atNanos(), commit.tick(), commit.keys());
    }

    @Override
    public Digest rollback(HeatOperation.Rollback rollback) {
        return answer(5, rollback.atNanos(), rollback.tick(), rollback.keys());
    }

    @Override
    public Digest remove(HeatOperation.Remove remove) {
        return digest.add(6).add(remove.atNanos()).add(remove.key());
    }

    @Override
    public Digest observe(HeatOperation.Observe observe) {
        return digest.add(7).add(observe.atNanos()).add(observe.key());
    }

    @Override
    public Digest len(HeatOperation.Len len) {
        return digest.add(8).add(len.atNanos());
    }

    private Digest answer(long kind, long atNanos, long tick, @Nullable List<String> keys) {
        digest.add(kind).add(atNanos).add(tick).add(keys == null ? -1L : keys.size());
        if (keys != null) {
            keys.forEach(digest::add);
        }
        return digest;
    }
}
