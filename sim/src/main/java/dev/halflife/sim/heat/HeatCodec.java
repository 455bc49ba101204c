package dev.halflife.sim.heat;

import dev.halflife.model.heat.Belief;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatPolicy;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.json.FieldWriter;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.MalformedInput;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Heat operations and replies as trace steps, as in {@code model/spec/4-traces.md}: {@code touch} and {@code bump} may
 * carry a {@code halfLifeNanos} of their own (R1, D5); where it is absent the policy's counts.
 */
final class HeatCodec implements Codec<HeatConfig, HeatOperation, HeatReply> {

    private static final String KEY = "key";
    private static final String HALF_LIFE = "halfLifeNanos";
    private static final String LEASE = "leaseNanos";

    private final boolean marks;
    private final Pattern key;
    private final String keyForm;

    /** For keys of so many hex digits. */
    HeatCodec(boolean marks, int keyDigits) {
        this.marks = marks;
        this.key = Pattern.compile("[0-9a-f]{" + keyDigits + "}");
        this.keyForm = "a key of " + keyDigits + " lower-case hex digits";
    }

    @Override
    public HeatConfig readConfig(Fields header) {
        try {
            Fields policy = header.has("policy") ? header.object("policy") : null;
            boolean enabled = policy == null || !policy.has("enabled") || policy.flag("enabled");
            double emitRatio = policy == null || !policy.has("emitRatio") ? 2 : policy.number("emitRatio");
            long halfLife = header.has(HALF_LIFE) ? header.integer(HALF_LIFE) : HeatPolicy.DEFAULT_HALF_LIFE_NANOS;
            int cap = header.has("cap") ? (int) header.integer("cap", 0, Integer.MAX_VALUE) : HeatConfig.DEFAULT_CAP;
            long lease = header.isNull(LEASE) ? HeatConfig.DEFAULT_LEASE_NANOS : header.integer(LEASE);
            return new HeatConfig(marks, cap, lease, new HeatPolicy(enabled, emitRatio, halfLife));
        } catch (IllegalArgumentException e) {
            throw new MalformedInput(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void writeConfig(HeatConfig config, FieldWriter header) {
        header.integer("cap", config.cap())
                .integer(HALF_LIFE, config.policy().halfLifeNanos())
                .integer(LEASE, config.leaseNanos())
                .object(
                        "policy",
                        policy -> policy.flag("enabled", config.policy().enabled())
                                .number("emitRatio", config.policy().emitRatio()));
    }

    @Override
    public HeatOperation readOperation(Fields step) {
        String op = step.text("op");
        long at = step.integer("at");
        return switch (op) {
            case "touch" -> new HeatOperation.Touch(at, key(step), halfLife(step));
            case "bump" -> new HeatOperation.Bump(at, key(step), halfLife(step));
            case "tick" -> new HeatOperation.Tick(at, step.integer("tick"));
            case "commit" -> new HeatOperation.Commit(at, step.integer("tick"), part(step));
            case "rollback" -> new HeatOperation.Rollback(at, step.integer("tick"), part(step));
            case "remove" -> new HeatOperation.Remove(at, key(step));
            case "observe" -> new HeatOperation.Observe(at, key(step));
            case "len" -> new HeatOperation.Len(at);
            default ->
                throw new MalformedInput(
                        "op must be touch, bump, tick, commit, rollback, remove, observe or len: " + op);
        };
    }

    private String key(Fields step) {
        return step.text(KEY, key, keyForm);
    }

    private static long halfLife(Fields step) {
        return step.has(HALF_LIFE) ? step.integer(HALF_LIFE, 0, Long.MAX_VALUE) : HeatOperation.POLICY_HALF_LIFE;
    }

    private @Nullable List<String> part(Fields step) {
        return step.has("keys") ? step.texts("keys", key, keyForm) : null;
    }

    @Override
    public void writeOperation(HeatOperation operation, FieldWriter step) {
        step.integer("at", operation.atNanos());
        operation.match(new OperationWriter(step));
    }

    @Override
    public HeatReply readReply(HeatOperation operation, Fields step) {
        return operation.match(new ReplyReader(step));
    }

    @Override
    public void writeReply(HeatReply reply, FieldWriter step) {
        if (reply instanceof HeatReply.Touched touched) {
            step.text("evicted", touched.evicted());
        } else if (reply instanceof HeatReply.Bumped bumped) {
            step.text("evicted", bumped.evicted()).number("rate", bumped.rate());
        } else if (reply instanceof HeatReply.Ticked ticked) {
            step.objects(
                    "emissions",
                    ticked.emissions(),
                    (emission, fields) -> fields.text(KEY, emission.key()).number("rate", emission.rate()));
        } else if (reply instanceof HeatReply.Untracked) {
            step.flag("tracked", false);
        } else if (reply instanceof HeatReply.Tracked tracked) {
            writeTracked(tracked, step);
        } else if (reply instanceof HeatReply.Counted counted) {
            step.integer("len", counted.len());
        }
    }

    private static void writeTracked(HeatReply.Tracked tracked, FieldWriter step) {
        step.flag("tracked", true).number("rate", tracked.rate());
        if (tracked.asOfNanos() != null) {
            step.integer("asOf", tracked.asOfNanos());
        }
        if (tracked.lastEmitted() instanceof Belief.Announced announced) {
            step.number("lastEmitted", announced.rate());
        } else if (tracked.lastEmitted() == Belief.Unsettled.UNKNOWN) {
            step.text("lastEmitted", "unknown");
        } else {
            step.nothing("lastEmitted");
        }
    }

    /** The request fields besides the time. */
    private record OperationWriter(FieldWriter step) implements HeatOperation.Cases<FieldWriter> {
        @Override
        public FieldWriter touch(HeatOperation.Touch touch) {
            return keyed("touch", touch.key(), touch.halfLifeNanos());
        }

        @Override
        public FieldWriter bump(HeatOperation.Bump bump) {
            return keyed("bump", bump.key(), bump.halfLifeNanos());
        }

        @Override
        public FieldWriter tick(HeatOperation.Tick tick) {
            return step.text("op", "tick").integer("tick", tick.number());
        }

        @Override
        public FieldWriter commit(HeatOperation.Commit commit) {
            return answer("commit", commit.tick(), commit.keys());
        }

        @Override
        public FieldWriter rollback(HeatOperation.Rollback rollback) {
            return answer("rollback", rollback.tick(), rollback.keys());
        }

        @Override
        public FieldWriter remove(HeatOperation.Remove remove) {
            return step.text("op", "remove").text(KEY, remove.key());
        }

        @Override
        public FieldWriter observe(HeatOperation.Observe observe) {
            return step.text("op", "observe").text(KEY, observe.key());
        }

        @Override
        public FieldWriter len(HeatOperation.Len len) {
            return step.text("op", "len");
        }

        private FieldWriter keyed(String op, String key, long halfLifeNanos) {
            step.text("op", op).text(KEY, key);
            return halfLifeNanos == HeatOperation.POLICY_HALF_LIFE ? step : step.integer(HALF_LIFE, halfLifeNanos);
        }

        private FieldWriter answer(String op, long tick, @Nullable List<String> keys) {
            step.text("op", op).integer("tick", tick);
            return keys == null ? step : step.texts("keys", keys);
        }
    }

    /** The reply fields that belong to each operation. */
    private final class ReplyReader implements HeatOperation.Cases<HeatReply> {
        private final Fields step;

        ReplyReader(Fields step) {
            this.step = step;
        }

        @Override
        public HeatReply touch(HeatOperation.Touch touch) {
            return new HeatReply.Touched(step.textOrNull("evicted", key, keyForm));
        }

        @Override
        public HeatReply bump(HeatOperation.Bump bump) {
            return new HeatReply.Bumped(
                    step.textOrNull("evicted", key, keyForm), step.numberOrNone("rate", "a number"));
        }

        @Override
        public HeatReply tick(HeatOperation.Tick tick) {
            List<HeatReply.Emission> emissions = new ArrayList<>();
            for (Fields emission : step.objects("emissions")) {
                emissions.add(new HeatReply.Emission(key(emission), emission.numberOrNone("rate", "a number")));
            }
            return new HeatReply.Ticked(emissions);
        }

        @Override
        public HeatReply commit(HeatOperation.Commit commit) {
            return new HeatReply.Done();
        }

        @Override
        public HeatReply rollback(HeatOperation.Rollback rollback) {
            return new HeatReply.Done();
        }

        @Override
        public HeatReply remove(HeatOperation.Remove remove) {
            return new HeatReply.Done();
        }

        @Override
        public HeatReply observe(HeatOperation.Observe observe) {
            if (!step.flag("tracked")) {
                return new HeatReply.Untracked();
            }
            Long asOf = step.isNull("asOf") ? null : step.integer("asOf");
            return new HeatReply.Tracked(step.numberOrNone("rate", "a number"), asOf, lastEmitted());
        }

        @Override
        public HeatReply len(HeatOperation.Len len) {
            return new HeatReply.Counted(step.integer("len"));
        }

        private Belief lastEmitted() {
            var value = step.required("lastEmitted");
            if (value.isNull()) {
                return Belief.Unsettled.NEVER;
            }
            if ("unknown".equals(value.textValue())) {
                return Belief.Unsettled.UNKNOWN;
            }
            return new Belief.Announced(step.numberOrNone("lastEmitted", "null, a number or \"unknown\""));
        }
    }
}
