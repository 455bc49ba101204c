package dev.halflife.sim.write.breaker;

import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.breaker.BreakerOperation;
import dev.halflife.model.write.breaker.BreakerReply;
import dev.halflife.sim.subject.Subject;
import java.util.HashMap;
import java.util.Map;

/** The published breaker with one thing wrong. */
final class DefectiveBreakers implements Subject<BreakerOperation, BreakerReply>, BreakerOperation.Cases<BreakerReply> {

    private static final BreakerReply DONE = new BreakerReply.Done();

    /** What is wrong, and the rule that convicts it. */
    enum Defect {
        OPENS_ONE_FAILURE_LATE("B1"),
        OPENS_TOO_SHORT("B1"),
        OPENS_TOO_LONG("B2"),
        SUCCESS_KEEPS_THE_FAILURES("B1"),
        SUCCESS_DOES_NOT_CLOSE("B1"),
        OPEN_AT_THE_END_ITSELF("B2"),
        FAILED_PROBE_DOES_NOT_REOPEN("B2"),
        LATE_FAILURE_SETS_THE_END("B3"),
        FAILURES_ARE_COUNTED_TOGETHER("B3");

        final String rule;

        Defect(String rule) {
            this.rule = rule;
        }
    }

    private static final class Breaker {
        int failures;
        long endNanos = Long.MIN_VALUE;
    }

    private final BreakerConfig config;
    private final Defect defect;
    private final Map<String, Breaker> breakers = new HashMap<>();
    private int failuresTogether;

    DefectiveBreakers(BreakerConfig config, Defect defect) {
        this.config = config;
        this.defect = defect;
    }

    @Override
    public BreakerReply apply(BreakerOperation operation) {
        return operation.match(this);
    }

    @Override
    public BreakerReply allow(BreakerOperation.Allow allow) {
        return new BreakerReply.Allowed(!open(allow));
    }

    @Override
    public BreakerReply state(BreakerOperation.State ask) {
        return new BreakerReply.Told(open(ask));
    }

    private boolean open(BreakerOperation operation) {
        long end = of(operation).endNanos;
        return operation.atNanos() < end || (defect == Defect.OPEN_AT_THE_END_ITSELF && operation.atNanos() == end);
    }

    @Override
    public BreakerReply success(BreakerOperation.Success success) {
        Breaker breaker = of(success);
        if (defect != Defect.SUCCESS_KEEPS_THE_FAILURES) {
            breaker.failures = 0;
            failuresTogether = 0;
        }
        if (defect != Defect.SUCCESS_DOES_NOT_CLOSE) {
            breaker.endNanos = Long.MIN_VALUE;
        }
        return DONE;
    }

    @Override
    public BreakerReply failure(BreakerOperation.Failure failure) {
        Breaker breaker = of(failure);
        breaker.failures++;
        failuresTogether++;
        int failures = defect == Defect.FAILURES_ARE_COUNTED_TOGETHER ? failuresTogether : breaker.failures;
        if (failures >= config.failures() + (defect == Defect.OPENS_ONE_FAILURE_LATE ? 1 : 0)
                && !(defect == Defect.FAILED_PROBE_DOES_NOT_REOPEN && failures > config.failures())) {
            long end = failure.atNanos() + openNanos();
            breaker.endNanos = defect == Defect.LATE_FAILURE_SETS_THE_END ? end : Math.max(breaker.endNanos, end);
        }
        return DONE;
    }

    private long openNanos() {
        return switch (defect) {
            case OPENS_TOO_SHORT -> config.openNanos() - 1;
            case OPENS_TOO_LONG -> config.openNanos() + 1;
            default -> config.openNanos();
        };
    }

    private Breaker of(BreakerOperation operation) {
        return breakers.computeIfAbsent(operation.partition(), partition -> new Breaker());
    }
}
