package dev.halflife.sim.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.component.Digest;
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
    public void writeConfig(MeshConfig config, ObjectNode header) {
        heat.writeConfig(config.heat(), header);
        header.put("drivers", config.drivers());
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
    public void writeOperation(MeshOperation operation, ObjectNode step) {
        step.put("at", operation.atNanos());
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
    public void writeReply(MeshReply reply, ObjectNode step) {
        ArrayNode calls = step.putArray("calls");
        for (MeshReply.Call call : reply.calls()) {
            ObjectNode made = calls.addObject();
            heat.writeOperation(call.operation(), made);
            heat.writeReply(call.reply(), made);
        }
        ArrayNode batches = step.putArray("batches");
        for (List<HeatReply.Emission> batch : reply.batches()) {
            ArrayNode emissions = batches.addObject().putArray("emissions");
            for (HeatReply.Emission emission : batch) {
                emissions.addObject().put("key", emission.key()).put("rate", emission.rate());
            }
        }
    }

    @Override
    public void digest(MeshOperation operation, MeshReply reply, Digest digest) {
        operation.match(new OperationDigest(digest.add(operation.atNanos())));
        for (MeshReply.Call call : reply.calls()) {
            heat.digest(call.operation(), call.reply(), digest);
        }
        digest.add((long) reply.batches().size());
    }

    /** The fields besides the time. */
    private record Writer(ObjectNode step) implements MeshOperation.Cases<ObjectNode> {
        @Override
        public ObjectNode read(MeshOperation.Read read) {
            return step.put("op", "read").put("reader", read.reader()).put("key", read.key());
        }

        @Override
        public ObjectNode remove(MeshOperation.Remove remove) {
            return step.put("op", "remove").put("key", remove.key());
        }

        @Override
        public ObjectNode round(MeshOperation.Round round) {
            return step.put("op", "round")
                    .put("driver", round.driver())
                    .put("round", round.number())
                    .put("fate", round.fate().id());
        }

        @Override
        public ObjectNode apply(MeshOperation.Apply apply) {
            return step.put("op", "apply").put("round", apply.round());
        }

        @Override
        public ObjectNode answer(MeshOperation.Answer answer) {
            return step.put("op", "answer").put("round", answer.round()).put("confirmed", answer.confirmed());
        }

        @Override
        public ObjectNode settled(MeshOperation.Settled settled) {
            return step.put("op", "settled");
        }
    }

    /** What is done, into a digest. */
    private record OperationDigest(Digest digest) implements MeshOperation.Cases<Digest> {
        @Override
        public Digest read(MeshOperation.Read read) {
            return digest.add(1).add((long) read.reader()).add(read.key());
        }

        @Override
        public Digest remove(MeshOperation.Remove remove) {
            return digest.add(2).add(remove.key());
        }

        @Override
        public Digest round(MeshOperation.Round round) {
            return digest.add(3)
                    .add((long) round.driver())
                    .add(round.number())
                    .add(round.fate().id());
        }

        @Override
        public Digest apply(MeshOperation.Apply apply) {
            return digest.add(4).add(apply.round());
        }

        @Override
        public Digest answer(MeshOperation.Answer answer) {
            return digest.add(answer.confirmed() ? 5 : 6).add(answer.round());
        }

        @Override
        public Digest settled(MeshOperation.Settled settled) {
            return digest.add(7);
        }
    }
}
