package dev.halflife.sim.write.world;

import dev.halflife.model.NumberText;
import dev.halflife.model.Operation;
import dev.halflife.model.write.statistics.PowerLoss;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.json.FieldWriter;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.MalformedInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The write path's world as JSON. In the header each part that has a configuration has an object of its name:
 *
 * <pre>{@code
 * {"trace":"halflife/1","subject":"write-path/world","importance-credits":{"threshold":256,"callers":1},…,
 *  "attempts":3,"interferenceThreshold":2.0,"cooldownNanos":60000000000}
 * {"op":"recall","at":0,"ids":["a1","a1"]}
 * {"op":"write","at":0,"id":"i1","partition":"r/n1/m1/l","logical":"e1","version":1,"similarity":0.9,"fate":"hangs"}
 * {"op":"answer","at":0,"id":"i1","fate":"stored"}
 * {"op":"stored","at":0,"flush":1}
 * {"op":"failed","at":0,"flush":1}
 * {"op":"retry","at":0}
 * {"op":"retried","at":0,"retry":1,"embedded":2}
 * {"op":"consolidated","at":0,"outcome":"lost","millis":5}
 * {"op":"save","at":0,"writer":1}
 * {"op":"kill","at":0,"power":null}
 * {"op":"kill","at":0,"power":{"directory":1,"dataPerMille":500}}
 * {"op":"close","at":0}
 * {"op":"settle","at":0}
 * }</pre>
 *
 * A fate is {@code stored}, {@code embedding-fails}, {@code fails} or {@code hangs}; an outcome {@code progress},
 * {@code no-progress}, {@code failed} or {@code lost}. A reply is {@code "calls"}, a list of steps of the parts' own traces,
 * each with the name of its {@code "part"}, and {@code "writes"}, a list of what the store was told:
 *
 * <pre>{@code
 * {"kind":"credited","credits":[{"id":"a1","count":2}]}
 * {"kind":"put","id":"i1","partition":"r/n1/m1/l","logical":"e1","version":1,"previous":null,"sequence":1}
 * {"kind":"waiting","id":"i1"}    {"kind":"embedded","id":"i1"}    {"kind":"given-up","id":"i1"}
 * {"kind":"cursor","millis":5}
 * }</pre>
 */
final class PathCodec implements Codec<PathConfig, PathOperation, PathReply> {

    private static final String CALLS = "calls";
    private static final String WRITES = "writes";
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);
    private static final Pattern PARTITION = Pattern.compile("[^/]*(/[^/]*){3}");

    @Override
    public PathConfig readConfig(Fields header) {
        return new PathConfig(
                config(Parts.CREDITS, header),
                config(Parts.STATISTICS, header),
                config(Parts.BREAKER, header),
                config(Parts.INTERFERENCE, header),
                config(Parts.QUEUE, header),
                (int) header.integer("attempts", 1, Integer.MAX_VALUE),
                positive("interferenceThreshold", header),
                header.integer("cooldownNanos", 0, Long.MAX_VALUE));
    }

    private static <C> C config(Part<C, ?, ?, ?> part, Fields header) {
        return part.component().codec().readConfig(header.object(part.name()));
    }

    private static float positive(String name, Fields header) {
        float number = (float) header.number(name);
        if (!(number > 0 && number <= Float.MAX_VALUE)) {
            throw new MalformedInput(name + " must be positive and finite: " + NumberText.of(number));
        }
        return number;
    }

    @Override
    public void writeConfig(PathConfig config, FieldWriter header) {
        for (Part<?, ?, ?, ?> part :
                List.of(Parts.CREDITS, Parts.STATISTICS, Parts.BREAKER, Parts.INTERFERENCE, Parts.QUEUE)) {
            header.object(part.name(), fields -> writeConfig(part, config, fields));
        }
        header.integer("attempts", config.attempts())
                .number("interferenceThreshold", config.interferenceThreshold())
                .integer("cooldownNanos", config.cooldownNanos());
    }

    private static <C> void writeConfig(Part<C, ?, ?, ?> part, PathConfig config, FieldWriter fields) {
        part.component().codec().writeConfig(part.config(config), fields);
    }

    @Override
    public PathOperation readOperation(Fields step) {
        String op = step.text("op");
        long at = step.integer("at");
        return switch (op) {
            case "recall" -> new PathOperation.Recall(at, texts("ids", step));
            case "write" ->
                new PathOperation.Write(at, item(step), similarity(step), choice("fate", step, List.of(Fate.values())));
            case "answer" ->
                new PathOperation.Answer(
                        at,
                        step.text("id"),
                        choice("fate", step, List.of(Fate.STORED, Fate.EMBEDDING_FAILS, Fate.FAILS)));
            case "stored" -> new PathOperation.Stored(at, step.integer("flush"));
            case "failed" -> new PathOperation.Failed(at, step.integer("flush"));
            case "retry" -> new PathOperation.Retry(at);
            case "retried" ->
                new PathOperation.Retried(
                        at, step.integer("retry"), (int) step.integer("embedded", 0, Integer.MAX_VALUE));
            case "consolidated" ->
                new PathOperation.Consolidated(
                        at, choice("outcome", step, List.of(Outcome.values())), step.integer("millis"));
            case "save" -> new PathOperation.Save(at, (int) step.integer("writer", 1, Integer.MAX_VALUE));
            case "kill" -> new PathOperation.Kill(at, power(step));
            case "close" -> new PathOperation.Close(at);
            case "settle" -> new PathOperation.Settle(at);
            default ->
                throw new MalformedInput(
                        "op must be recall, write, answer, stored, failed, retry, retried, consolidated,"
                                + " save, kill, close or settle: " + op);
        };
    }

    private static List<String> texts(String name, Fields fields) {
        return fields.texts(name, ANY, "a text");
    }

    private static Item item(Fields fields) {
        return new Item(
                fields.text("id"),
                fields.text("partition", PARTITION, Item.PARTITION_FORM),
                fields.text("logical"),
                fields.integer("version"));
    }

    private static float similarity(Fields step) {
        float similarity = (float) step.number("similarity");
        if (!Float.isFinite(similarity)) {
            throw new MalformedInput("similarity must be finite: " + NumberText.of(similarity));
        }
        return similarity;
    }

    private static @Nullable PowerLoss power(Fields step) {
        if (step.isNull("power")) {
            return null;
        }
        Fields power = step.object("power");
        return new PowerLoss((int) power.integer("directory", 0, (1L << PowerLoss.BITS) - 1), (int)
                power.integer("dataPerMille", 0, 1000));
    }

    private static <E extends Enum<E>> E choice(String name, Fields fields, List<E> choices) {
        String text = fields.text(name);
        Function<E, String> id =
                choice -> choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return choices.stream()
                .filter(choice -> id.apply(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> new MalformedInput(
                        name + " must be " + choices.stream().map(id).collect(Collectors.joining(", ")) + ": " + text));
    }

    @Override
    public void writeOperation(PathOperation operation, FieldWriter step) {
        step.integer("at", operation.atNanos());
        operation.match(new PathWriter(step));
    }

    @Override
    public PathReply readReply(PathOperation operation, Fields step) {
        List<PathReply.Call<?, ?>> calls = new ArrayList<>();
        for (Fields call : step.objects(CALLS)) {
            calls.add(call(call));
        }
        List<StoreWrite> writes = new ArrayList<>();
        for (Fields write : step.objects(WRITES)) {
            writes.add(write(write));
        }
        return new PathReply(calls, writes);
    }

    private static PathReply.Call<?, ?> call(Fields fields) {
        String name = fields.text("part");
        for (Part<?, ?, ?, ?> part : Parts.ALL) {
            if (part.name().equals(name)) {
                return call(part, fields);
            }
        }
        throw new MalformedInput(
                "part must be " + Parts.ALL.stream().map(Part::name).collect(Collectors.joining(", ")) + ": " + name);
    }

    private static <O extends Operation<O>, R> PathReply.Call<O, R> call(Part<?, ?, O, R> part, Fields fields) {
        Codec<?, O, R> codec = part.component().codec();
        O operation = codec.readOperation(fields);
        return new PathReply.Call<>(part, operation, codec.readReply(operation, fields));
    }

    private static StoreWrite write(Fields fields) {
        String kind = fields.text("kind");
        return switch (kind) {
            case "credited" -> {
                Credits credits = Credits.NONE;
                for (Fields each : fields.objects("credits")) {
                    credits = credits.plus(each.text("id"), each.integer("count"));
                }
                yield new StoreWrite.Credited(credits);
            }
            case "put" -> new StoreWrite.Put(item(fields), fields.textOrNull("previous"), fields.integer("sequence"));
            case "waiting" -> new StoreWrite.Waiting(fields.text("id"));
            case "embedded" -> new StoreWrite.Embedded(fields.text("id"));
            case "given-up" -> new StoreWrite.GivenUp(fields.text("id"));
            case "cursor" -> new StoreWrite.CursorAt(fields.integer("millis"));
            default ->
                throw new MalformedInput("kind must be credited, put, waiting, embedded, given-up or cursor: " + kind);
        };
    }

    @Override
    public void writeReply(PathReply reply, FieldWriter step) {
        step.objects(CALLS, reply.calls(), PathCodec::write).objects(WRITES, reply.writes(), PathWriter::write);
    }

    private static <O extends Operation<O>, R> void write(PathReply.Call<O, R> call, FieldWriter fields) {
        fields.text("part", call.part().name());
        Codec<?, O, R> codec = call.part().component().codec();
        codec.writeOperation(call.operation(), fields);
        codec.writeReply(call.reply(), fields);
    }
}
