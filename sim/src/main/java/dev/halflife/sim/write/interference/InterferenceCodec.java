package dev.halflife.sim.write.interference;

import dev.halflife.model.write.interference.InterferenceConfig;
import dev.halflife.model.write.interference.InterferenceOperation;
import dev.halflife.model.write.interference.InterferenceReply;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.json.FieldWriter;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.MalformedInput;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tracker operations and replies as trace steps, in the style of {@code model/spec/4-traces.md}. A namespace is printable
 * ASCII, so that its order is the same in every language. Scores, thresholds and totals are 32-bit floats: JSON numbers, or
 * the texts {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"}.
 *
 * <pre>{@code
 * {"trace":"halflife/1","subject":"interference-tracker","leaseNanos":600000000000}
 * {"op":"accumulate","at":0,"namespace":"a","score":0.2,"threshold":0.3,"cooldownNanos":5,"action":"none"}
 * {"op":"accumulate","at":0,"namespace":"a","score":0.2,"threshold":0.3,"cooldownNanos":5,"action":"trigger","namespaces":["a"],"total":0.4}
 * {"op":"accumulate","at":0,"namespace":"b","score":1,"threshold":0.3,"cooldownNanos":5,"action":"suppressed","reason":"awaiting-feedback","total":1.4}
 * {"op":"feedback","at":9,"feedback":"progress","outcome":"progress","reduced":0.4,"remaining":1}
 * {"op":"backlog","at":9,"scores":[{"namespace":"b","score":1}],"pending":false}
 * }</pre>
 *
 * The other reason is {@code cooldown}; feedback is {@code progress}, {@code no-progress} or {@code failed}, and its outcome
 * one of these or {@code no-pending-trigger}. In the header {@code leaseNanos} (F9) is 10 minutes where absent.
 */
final class InterferenceCodec implements Codec<InterferenceConfig, InterferenceOperation, InterferenceReply> {

    private static final String LEASE = "leaseNanos";
    private static final String NAMESPACE = "namespace";
    private static final String SCORE = "score";
    private static final String TOTAL = "total";
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");
    private static final String PRINTABLE_FORM = "printable ASCII";

    @Override
    public InterferenceConfig readConfig(Fields header) {
        return new InterferenceConfig(
                header.isNull(LEASE)
                        ? InterferenceConfig.DEFAULT_LEASE_NANOS
                        : header.integer(LEASE, 1, Long.MAX_VALUE));
    }

    @Override
    public void writeConfig(InterferenceConfig config, FieldWriter header) {
        header.integer(LEASE, config.leaseNanos());
    }

    @Override
    public InterferenceOperation readOperation(Fields step) {
        String op = step.text("op");
        long at = step.integer("at");
        return switch (op) {
            case "accumulate" -> accumulate(step, at);
            case "feedback" -> new InterferenceOperation.Feedback(at, Words.outcome(step.text("feedback")));
            case "backlog" -> new InterferenceOperation.Backlog(at);
            default -> throw new MalformedInput("op must be accumulate, feedback or backlog: " + op);
        };
    }

    private static InterferenceOperation accumulate(Fields step, long at) {
        String namespace = step.text(NAMESPACE, PRINTABLE, PRINTABLE_FORM);
        float score = Float32.read(step, SCORE);
        float threshold = Float32.read(step, "threshold");
        long cooldownNanos = step.integer("cooldownNanos", 0, Long.MAX_VALUE);
        if (Float.isNaN(threshold)) {
            throw new MalformedInput("threshold must be a number: NaN");
        }
        return new InterferenceOperation.Accumulate(at, namespace, score, threshold, cooldownNanos);
    }

    @Override
    public void writeOperation(InterferenceOperation operation, FieldWriter step) {
        step.integer("at", operation.atNanos());
        operation.match(new OperationWriter(step));
    }

    @Override
    public InterferenceReply readReply(InterferenceOperation operation, Fields step) {
        return operation.match(new ReplyReader(step));
    }

    @Override
    public void writeReply(InterferenceReply reply, FieldWriter step) {
        if (reply instanceof InterferenceReply.Nothing) {
            step.text("action", "none");
        } else if (reply instanceof InterferenceReply.Suppressed suppressed) {
            step.text("action", "suppressed").text("reason", Words.of(suppressed.reason()));
            Float32.write(step, TOTAL, suppressed.total());
        } else if (reply instanceof InterferenceReply.Triggered triggered) {
            step.text("action", "trigger").texts("namespaces", triggered.namespaces());
            Float32.write(step, TOTAL, triggered.total());
        } else if (reply instanceof InterferenceReply.Answered answered) {
            step.text("outcome", Words.of(answered.taken()));
            Float32.write(step, "reduced", answered.reduced());
            Float32.write(step, "remaining", answered.remaining());
        } else if (reply instanceof InterferenceReply.Backlog backlog) {
            step.objects("scores", backlog.scores(), (score, fields) -> {
                        fields.text(NAMESPACE, score.namespace());
                        Float32.write(fields, SCORE, score.score());
                    })
                    .flag("pending", backlog.pending());
        }
    }

    /** The request fields besides the time. */
    private record OperationWriter(FieldWriter step) implements InterferenceOperation.Cases<FieldWriter> {
        @Override
        public FieldWriter accumulate(InterferenceOperation.Accumulate accumulate) {
            step.text("op", "accumulate").text(NAMESPACE, accumulate.namespace());
            Float32.write(step, SCORE, accumulate.score());
            Float32.write(step, "threshold", accumulate.threshold());
            return step.integer("cooldownNanos", accumulate.cooldownNanos());
        }

        @Override
        public FieldWriter feedback(InterferenceOperation.Feedback feedback) {
            return step.text("op", "feedback").text("feedback", Words.of(feedback.outcome()));
        }

        @Override
        public FieldWriter backlog(InterferenceOperation.Backlog backlog) {
            return step.text("op", "backlog");
        }
    }

    /** The reply fields that belong to each operation. */
    private record ReplyReader(Fields step) implements InterferenceOperation.Cases<InterferenceReply> {
        @Override
        public InterferenceReply accumulate(InterferenceOperation.Accumulate accumulate) {
            String action = step.text("action");
            return switch (action) {
                case "none" -> new InterferenceReply.Nothing();
                case "suppressed" ->
                    new InterferenceReply.Suppressed(Words.reason(step.text("reason")), Float32.read(step, TOTAL));
                case "trigger" ->
                    new InterferenceReply.Triggered(
                            step.texts("namespaces", PRINTABLE, PRINTABLE_FORM), Float32.read(step, TOTAL));
                default -> throw new MalformedInput("action must be none, suppressed or trigger: " + action);
            };
        }

        @Override
        public InterferenceReply feedback(InterferenceOperation.Feedback feedback) {
            return new InterferenceReply.Answered(
                    Words.taken(step.text("outcome")), Float32.read(step, "reduced"), Float32.read(step, "remaining"));
        }

        @Override
        public InterferenceReply backlog(InterferenceOperation.Backlog backlog) {
            List<InterferenceReply.Score> scores = new ArrayList<>();
            for (Fields score : step.objects("scores")) {
                scores.add(new InterferenceReply.Score(
                        score.text(NAMESPACE, PRINTABLE, PRINTABLE_FORM), Float32.read(score, SCORE)));
            }
            return new InterferenceReply.Backlog(scores, step.flag("pending"));
        }
    }
}
