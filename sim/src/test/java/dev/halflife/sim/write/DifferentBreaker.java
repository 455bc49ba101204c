package dev.halflife.sim.write;

import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.breaker.BreakerOperation;
import dev.halflife.model.write.breaker.BreakerReply;
import dev.halflife.sim.subject.Subject;
import java.util.HashMap;
import java.util.Map;

/** A breaker that a failure while it is open never prolongs, and that tells no open partition whose probe is out. */
final class DifferentBreaker implements Subject<BreakerOperation, BreakerReply>, BreakerOperation.Cases<BreakerReply> {

    private static final class Partition {
        private int inARow;
        private long shutUntilNanos = Long.MIN_VALUE;
        private boolean probing;
    }

    private final BreakerConfig config;
    private final boolean oneProbe;
    private final Map<String, Partition> partitions = new HashMap<>();

    DifferentBreaker(BreakerConfig config, boolean oneProbe) {
        this.config = config;
        this.oneProbe = oneProbe;
    }

    @Override
    public BreakerReply apply(BreakerOperation operation) {
        return operation.match(this);
    }

    private Partition of(BreakerOperation operation) {
        return partitions.computeIfAbsent(operation.partition(), name -> new Partition());
    }

    private boolean isOpened(Partition partition) {
        return partition.inARow >= config.failures();
    }

    private long later(long nowNanos) {
        return nowNanos > Long.MAX_VALUE - config.openNanos() ? Long.MAX_VALUE : nowNanos + config.openNanos();
    }

    @Override
    public BreakerReply allow(BreakerOperation.Allow allow) {
        Partition partition = of(allow);
        boolean allowed = !isOpened(partition) || allow.atNanos() >= partition.shutUntilNanos;
        if (allowed && isOpened(partition)) {
            partition.probing = true;
            if (oneProbe) {
                partition.shutUntilNanos = later(allow.atNanos());
            }
        }
        return new BreakerReply.Allowed(allowed);
    }

    @Override
    public BreakerReply success(BreakerOperation.Success success) {
        partitions.remove(success.partition());
        return new BreakerReply.Done();
    }

    @Override
    public BreakerReply failure(BreakerOperation.Failure failure) {
        Partition partition = of(failure);
        if (!isOpened(partition)) {
            partition.inARow++;
            partition.shutUntilNanos = later(failure.atNanos());
        } else if (partition.probing) {
            partition.shutUntilNanos = Math.max(partition.shutUntilNanos, later(failure.atNanos()));
        }
        partition.probing &= !isOpened(partition);
        return new BreakerReply.Done();
    }

    @Override
    public BreakerReply state(BreakerOperation.State state) {
        Partition partition = of(state);
        return new BreakerReply.Told(
                isOpened(partition) && !(oneProbe && partition.probing) && state.atNanos() < partition.shutUntilNanos);
    }
}
