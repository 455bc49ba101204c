package dev.halflife.sim.world;

import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.json.FieldWriter;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.MalformedInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Mesh operations as JSON:
 *
 * <pre>
 * {"at":0,"op":"read","reader":1,"key":"…"}
 * {"at":0,"op":"remove","key":"…"}
 * {"at":0,"op":"round","driver":1,"round":1,"fate":"fails-after-applying"}
 * {"at":0,"op":"apply","round":1}
 * {"at":0,"op":"answer","round":1,"confirmed":true}
 * {"at":0,"op":"settled"}
 * </pre>
 *
 * A reply is {@code "calls"}, a list of heat trace steps, and {@code "batches"}, a list of lists of emissions.
 */
final class MeshCodec implements Codec<MeshConfig, MeshOperation, MeshReply> {

    private final Codec<HeatConfig, HeatOperation, HeatReply> heat;
    private final Pattern key;
    private final String keyForm;

    MeshCodec(Codec<HeatConfig, HeatOperation, HeatReply> heat, int keyDigits) {
        this.heat = heat;
        this.key = Pattern.compile("[0-9a-f]{" + keyDigits + "}");
        this.keyForm = "a key of " + keyDigits + " lower-case hex digits";
    }

    @Override
    public MeshConfig readConfig(Fields header) {
        int drivers = header.has("drivers") ? (int) header.integer("drivers", 1, MeshConfig.MOST_DRIVERS) : 1;
        return new MeshConfig(heat.readConfig(header), drivers);
    }

    @Override
    public void writeConfig(MeshConfig config, FieldWriter header) {
        heat.writeConfig(config.heat(), header);
        header.integer("drivers", config.drivers());
    }

    @Override
    public MeshOperation readOperation(Fields step) {
        String op = step.text("op");
        long at = step.integer("at");
        return switch (op) {
            case "read" ->
                new MeshOperation.Read(
                        at, (int) step.integer("reader", 1, Integer.MAX_VALUE), step.text("key", key, keyForm));
            case "remove" -> new MeshOperation.Remove(at, step.text("key", key, keyForm));
            case "round" ->
                new MeshOperation.Round(
                        at,
                        (int) step.integer("driver", 1, MeshConfig.MOST_DRIVERS),
                        step.integer("round", 1, Long.MAX_VALUE),
                        fate(step));
            case "apply" -> new MeshOperation.Apply(at, step.integer("round"));
            case "answer" -> new MeshOperation.Answer(at, step.integer("round"), step.flag("confirmed"));
            case "settled" -> new MeshOperation.Settled(at);
            default -> throw new MalformedInput("op must be read, remove, round, apply, answer or settled: " + op);
        };
    }

    private static Fate fate(Fields step) {
        String id = step.text("fate");
        return Arrays.stream(Fate.values())
                .filter(fate -> fate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new MalformedInput("fate must be "
                        + Arrays.stream(Fate.values()).map(Fate::id).collect(Collectors.joining(", ")) + ": " + id));
    }

    @Override
    public void writeOperation(MeshOperation operation, FieldWriter step) {
        step.integer("at", operation.atNanos());
        operation.match(new Writer(step));
    }

    @Override
    public MeshReply readReply(MeshOperation operation, Fields step) {
        List<MeshReply.Call> calls = new ArrayList<>();
        for (Fields call : step.objects("calls")) {
            HeatOperation made = heat.readOperation(call);
            calls.add(new MeshReply.Call(made, heat.readReply(made, call)));
        }
        List<List<HeatReply.Emission>> batches = new ArrayList<>();
        for (Fields batch : step.objects("batches")) {
            List<HeatReply.Emission> emissions = new ArrayList<>();
            for (Fields emission : batch.objects("emissions")) {
                emissions.add(new HeatReply.Emission(emission.text("key", key, keyForm), emission.number("rate")));
            }
            batches.add(emissions);
        }
        return new MeshReply(calls, batches);
    }

    @Override
    public void writeReply(MeshReply reply, FieldWriter step) {
        step.objects("calls", reply.calls(), (call, fields) -> {
            heat.writeOperation(call.operation(), fields);
            heat.writeReply(call.reply(), fields);
        });
        step.objects(
                "batches",
                reply.batches(),
                (batch, fields) -> fields.objects(
                        "emissions",
                        batch,
                        (emission, each) -> each.text("key", emission.key()).number("rate", emission.rate())));
    }

    /** The fields besides the time. */
    private record Writer(FieldWriter step) implements MeshOperation.Cases<FieldWriter> {
        @Override
        public FieldWriter read(MeshOperation.Read read) {
            return step.text("op", "read").integer("reader", read.reader()).text("key", read.key());
        }

        @Override
        public FieldWriter remove(MeshOperation.Remove remove) {
            return step.text("op", "remove").text("key", remove.key());
        }

        @Override
        public FieldWriter round(MeshOperation.Round round) {
            return step.text("op", "round")
                    .integer("driver", round.driver())
                    .integer("round", round.number())
                    .text("fate", round.fate().id());
        }

        @Override
        public FieldWriter apply(MeshOperation.Apply apply) {
            return step.text("op", "apply").integer("round", apply.round());
        }

        @Override
        public FieldWriter answer(MeshOperation.Answer answer) {
            return step.text("op", "answer").integer("round", answer.round()).flag("confirmed", answer.confirmed());
        }

        @Override
        public FieldWriter settled(MeshOperation.Settled settled) {
            return step.text("op", "settled");
        }
    }
}
