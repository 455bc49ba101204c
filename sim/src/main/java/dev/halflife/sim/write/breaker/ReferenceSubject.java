package dev.halflife.sim.write.breaker;

import dev.halflife.impl.write.CircuitBreaker;
import dev.halflife.impl.write.CircuitBreakers;
import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.breaker.BreakerOperation;
import dev.halflife.model.write.breaker.BreakerReply;
import dev.halflife.sim.subject.Subject;

/** The reference as a subject. */
final class ReferenceSubject implements Subject<BreakerOperation, BreakerReply>, BreakerOperation.Cases<BreakerReply> {

    private static final BreakerReply DONE = new BreakerReply.Done();

    private final CircuitBreakers<String> breakers;

    ReferenceSubject(BreakerConfig config) {
        this.breakers = new CircuitBreakers<>(config.failures(), config.openNanos());
    }

    @Override
    public BreakerReply apply(BreakerOperation operation) {
        return operation.match(this);
    }

    @Override
    public BreakerReply allow(BreakerOperation.Allow allow) {
        return new BreakerReply.Allowed(breakers.of(allow.partition()).tryAcquire(allow.atNanos()));
    }

    @Override
    public BreakerReply success(BreakerOperation.Success success) {
        breakers.of(success.partition()).success(success.atNanos());
        return DONE;
    }

    @Override
    public BreakerReply failure(BreakerOperation.Failure failure) {
        breakers.of(failure.partition()).failure(failure.atNanos());
        return DONE;
    }

    @Override
    public BreakerReply state(BreakerOperation.State ask) {
        return new BreakerReply.Told(breakers.of(ask.partition()).state(ask.atNanos()) == CircuitBreaker.State.OPEN);
    }
}
