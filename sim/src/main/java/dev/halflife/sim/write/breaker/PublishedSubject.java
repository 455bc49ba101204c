package dev.halflife.sim.write.breaker;

import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.breaker.BreakerOperation;
import dev.halflife.model.write.breaker.BreakerReply;
import dev.halflife.sim.subject.Subject;
import java.util.HashMap;
import java.util.Map;

/** The published port as a subject: a breaker per partition, made when it is first named. */
final class PublishedSubject implements Subject<BreakerOperation, BreakerReply>, BreakerOperation.Cases<BreakerReply> {

    private static final BreakerReply DONE = new BreakerReply.Done();

    private final BreakerConfig config;
    private final Map<String, PublishedCircuitBreaker> breakers = new HashMap<>();

    PublishedSubject(BreakerConfig config) {
        this.config = config;
    }

    @Override
    public BreakerReply apply(BreakerOperation operation) {
        return operation.match(this);
    }

    @Override
    public BreakerReply allow(BreakerOperation.Allow allow) {
        return new BreakerReply.Allowed(!of(allow).isOpen(allow.atNanos()));
    }

    @Override
    public BreakerReply success(BreakerOperation.Success success) {
        of(success).success();
        return DONE;
    }

    @Override
    public BreakerReply failure(BreakerOperation.Failure failure) {
        of(failure).failure(failure.atNanos());
        return DONE;
    }

    @Override
    public BreakerReply state(BreakerOperation.State ask) {
        return new BreakerReply.Told(of(ask).isOpen(ask.atNanos()));
    }

    private PublishedCircuitBreaker of(BreakerOperation operation) {
        return breakers.computeIfAbsent(
                operation.partition(), partition -> new PublishedCircuitBreaker(config.failures(), config.openNanos()));
    }
}
