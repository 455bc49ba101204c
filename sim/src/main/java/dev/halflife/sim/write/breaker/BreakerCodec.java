package dev.halflife.sim.write.breaker;

import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.breaker.BreakerOperation;
import dev.halflife.model.write.breaker.BreakerReply;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.json.FieldWriter;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.MalformedInput;

/**
 * Breaker operations and replies as trace steps, in the style of {@code model/spec/4-traces.md}. A partition is any
 * text.
 *
 * <pre>{@code
 * {"trace":"halflife/1","subject":"circuit-breaker","failures":5,"openNanos":30000000000}
 * {"op":"allow","at":0,"partition":"p1","allowed":true}
 * {"op":"failure","at":0,"partition":"p1"}
 * {"op":"success","at":0,"partition":"p1"}
 * {"op":"state","at":0,"partition":"p1","open":false}
 * }</pre>
 *
 * In the header {@code failures} is 5 and {@code openNanos} 30 s where absent.
 */
final class BreakerCodec implements Codec<BreakerConfig, BreakerOperation, BreakerReply> {

    private static final String FAILURES = "failures";
    private static final String OPEN_NANOS = "openNanos";
    private static final String PARTITION = "partition";
    private static final BreakerReply DONE = new BreakerReply.Done();

    @Override
    public BreakerConfig readConfig(Fields header) {
        int failures = header.isNull(FAILURES)
                ? BreakerConfig.DEFAULT_FAILURES
                : (int) header.integer(FAILURES, 1, Integer.MAX_VALUE);
        long openNanos = header.isNull(OPEN_NANOS)
                ? BreakerConfig.DEFAULT_OPEN_NANOS
                : header.integer(OPEN_NANOS, 1, Long.MAX_VALUE);
        return new BreakerConfig(failures, openNanos);
    }

    @Override
    public void writeConfig(BreakerConfig config, FieldWriter header) {
        header.integer(FAILURES, config.failures()).integer(OPEN_NANOS, config.openNanos());
    }

    @Override
    public BreakerOperation readOperation(Fields step) {
        String op = step.text("op");
        long at = step.integer("at");
        return switch (op) {
            case "allow" -> new BreakerOperation.Allow(at, step.text(PARTITION));
            case "success" -> new BreakerOperation.Success(at, step.text(PARTITION));
            case "failure" -> new BreakerOperation.Failure(at, step.text(PARTITION));
            case "state" -> new BreakerOperation.State(at, step.text(PARTITION));
            default -> throw new MalformedInput("op must be allow, success, failure or state: " + op);
        };
    }

    @Override
    public void writeOperation(BreakerOperation operation, FieldWriter step) {
        step.integer("at", operation.atNanos())
                .text("op", operation.match(new Names()))
                .text(PARTITION, operation.partition());
    }

    @Override
    public BreakerReply readReply(BreakerOperation operation, Fields step) {
        return operation.match(new ReplyReader(step));
    }

    @Override
    public void writeReply(BreakerReply reply, FieldWriter step) {
        if (reply instanceof BreakerReply.Allowed allowed) {
            step.flag("allowed", allowed.allowed());
        } else if (reply instanceof BreakerReply.Told told) {
            step.flag("open", told.open());
        }
    }

    /** What each operation is called. */
    static final class Names implements BreakerOperation.Cases<String> {
        @Override
        public String allow(BreakerOperation.Allow allow) {
            return "allow";
        }

        @Override
        public String success(BreakerOperation.Success success) {
            return "success";
        }

        @Override
        public String failure(BreakerOperation.Failure failure) {
            return "failure";
        }

        @Override
        public String state(BreakerOperation.State ask) {
            return "state";
        }
    }

    /** The reply fields that belong to each operation. */
    private record ReplyReader(Fields step) implements BreakerOperation.Cases<BreakerReply> {
        @Override
        public BreakerReply allow(BreakerOperation.Allow allow) {
            return new BreakerReply.Allowed(step.flag("allowed"));
        }

        @Override
        public BreakerReply success(BreakerOperation.Success success) {
            return DONE;
        }

        @Override
        public BreakerReply failure(BreakerOperation.Failure failure) {
            return DONE;
        }

        @Override
        public BreakerReply state(BreakerOperation.State ask) {
            return new BreakerReply.Told(step.flag("open"));
        }
    }
}
