package dev.halflife.sim.write.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.halflife.model.NumberText;
import dev.halflife.model.write.statistics.PowerLoss;
import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.model.write.statistics.Summary;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.json.FieldWriter;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.MalformedInput;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Running statistics as JSON. A header holds {@code "interval":100,"powerFails":true}; both may be absent. A partition is
 * one text of four parts. JSON has no numbers beyond the finite ones: those are the texts {@code "NaN"},
 * {@code "Infinity"} and {@code "-Infinity"}. Steps, with their replies:
 *
 * <pre>
 * {"at":0,"op":"update","partition":"r/a/m/l","sample":0.25}
 * {"at":0,"op":"merge","partition":"r/a/m/l","count":2,"mean":0.5,"m2":0.5}
 * {"at":0,"op":"read","partition":"r/a/m/l","count":3,"mean":0.4,"m2":0.54,"variance":0.27}
 * {"at":0,"op":"zscore","partition":"r/a/m/l","value":1.0,"z":1.15}
 * {"at":0,"op":"score","partition":"r/a/m/l","maxSimilarity":0.75,"threshold":0.5,"score":0.2,"route":"fast","band":"far"}
 * {"at":0,"op":"due","claimed":true}
 * {"at":0,"op":"begin","writer":1,"accepted":true}
 * {"at":0,"op":"step","writer":1,"progress":"goes-on","did":"creates statistics.json.tmp"}
 * {"at":0,"op":"damage","keptPerMille":500}
 * {"at":0,"op":"restart","found":"first-run"}
 * {"at":0,"op":"restart","directory":2,"data":500,"found":"damaged","kept":true,"aside":1}
 * {"at":0,"op":"restart","found":"restored","partitions":[{"partition":"r/a/m/l","count":1,"mean":0.25,"m2":0.0}]}
 * </pre>
 *
 * {@code progress} is {@code goes-on}, {@code saved} or {@code failed}; {@code did} may be absent. A restart with
 * {@code directory} and {@code data} lost power: the bits of the directory operations and the share of the bytes, per
 * mille, that survived of what was never forced. All writers' saves end with a restart.
 */
final class StatisticsCodec implements Codec<StatisticsConfig, StatisticsOperation, StatisticsReply> {

    private static final String PARTITION = "partition";
    private static final Pattern PARTS = Pattern.compile("[^/]+(/[^/]+){3}");
    private static final String FORM = "a partition such as realm/namespace/model/layer";
    private static final long MOST_WRITERS = 64;

    @Override
    public StatisticsConfig readConfig(Fields header) {
        long interval = header.has("interval")
                ? header.integer("interval", 1, Long.MAX_VALUE)
                : StatisticsConfig.DEFAULT_INTERVAL;
        return new StatisticsConfig(interval, !header.has("powerFails") || header.flag("powerFails"));
    }

    @Override
    public void writeConfig(StatisticsConfig config, FieldWriter header) {
        header.integer("interval", config.interval()).flag("powerFails", config.powerFails());
    }

    @Override
    public StatisticsOperation readOperation(Fields step) {
        String op = step.text("op");
        long at = step.integer("at");
        try {
            return switch (op) {
                case "update" -> new StatisticsOperation.Update(at, partition(step), number(step, "sample"));
                case "merge" -> new StatisticsOperation.Merge(at, partition(step), summary(step));
                case "read" -> new StatisticsOperation.Read(at, partition(step));
                case "zscore" -> new StatisticsOperation.ZScore(at, partition(step), number(step, "value"));
                case "score" ->
                    new StatisticsOperation.Score(at, partition(step), (float) number(step, "maxSimilarity"), (float)
                            number(step, "threshold"));
                case "due" -> new StatisticsOperation.Due(at);
                case "begin" -> new StatisticsOperation.Begin(at, writer(step));
                case "step" -> new StatisticsOperation.Step(at, writer(step));
                case "damage" -> new StatisticsOperation.Damage(at, (int) step.integer("keptPerMille", 0, 999));
                case "restart" -> new StatisticsOperation.Restart(at, power(step));
                default ->
                    throw new MalformedInput(
                            "op must be update, merge, read, zscore, score, due, begin, step, damage or restart: "
                                    + op);
            };
        } catch (IllegalArgumentException e) {
            throw new MalformedInput(String.valueOf(e.getMessage()));
        }
    }

    static String partition(Fields step) {
        return step.text(PARTITION, PARTS, FORM);
    }

    private static int writer(Fields step) {
        return (int) step.integer("writer", 1, MOST_WRITERS);
    }

    static Summary summary(Fields fields) {
        return new Summary(fields.integer("count"), number(fields, "mean"), number(fields, "m2"));
    }

    private static @Nullable PowerLoss power(Fields step) {
        return step.has("directory") || step.has("data")
                ? new PowerLoss((int) step.integer("directory", 0, (1 << PowerLoss.BITS) - 1), (int)
                        step.integer("data", 0, 1000))
                : null;
    }

    static double number(Fields fields, String name) {
        JsonNode value = fields.required(name);
        if (!value.isTextual()) {
            return fields.number(name);
        }
        return switch (value.textValue()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw Fields.wrong(name, "a number, NaN, Infinity or -Infinity", value);
        };
    }

    static FieldWriter write(FieldWriter fields, String name, double value) {
        return Double.isFinite(value) ? fields.number(name, value) : fields.text(name, NumberText.of(value));
    }

    static FieldWriter write(FieldWriter fields, Summary summary) {
        fields.integer("count", summary.count());
        write(fields, "mean", summary.mean());
        return write(fields, "m2", summary.m2());
    }

    @Override
    public void writeOperation(StatisticsOperation operation, FieldWriter step) {
        step.integer("at", operation.atNanos());
        operation.match(new OperationWriter(step));
    }

    @Override
    public StatisticsReply readReply(StatisticsOperation operation, Fields step) {
        return operation.match(new ReplyReader(step));
    }

    @Override
    public void writeReply(StatisticsReply reply, FieldWriter step) {
        new ReplyWriter(step).write(reply);
    }
}
