package dev.halflife.sim.write.credits;

import com.fasterxml.jackson.databind.JsonNode;
import dev.halflife.model.write.credits.Call;
import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.model.write.credits.CreditsReply;
import dev.halflife.model.write.credits.Flush;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.json.FieldWriter;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.MalformedInput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Credits' operations and replies as trace steps. The header carries {@code threshold} (default 256) and {@code callers}
 * (default 3).
 *
 * <pre>
 * {"at":0,"op":"record","ids":["a","a","b"],"done":true,"flush":null}
 * {"at":0,"op":"drain","done":true,"flush":[{"id":"a","count":2},{"id":"b","count":1}]}
 * {"at":0,"op":"restore","flush":1}
 * {"at":0,"op":"pending","count":3,"pile":3}
 * {"at":0,"op":"begin","caller":1,"call":"record","ids":["a"],"done":false}
 * {"at":0,"op":"begin","caller":2,"call":"drain","done":false}
 * {"at":0,"op":"step","caller":2,"done":true,"flush":["a","b"]}
 * {"at":0,"op":"finish","caller":1,"done":true,"flush":null}
 * </pre>
 *
 * A flush is a list: of ids with their counts, or of bare ids from a subject that keeps the counts to itself. Flushes are
 * numbered from 1 in the order they were handed out; {@code restore} gives one back, and has no reply fields. {@code done}
 * may be absent where it can only be true. Ids are any texts that are not empty.
 */
final class CreditsCodec implements Codec<CreditsConfig, CreditsOperation, CreditsReply> {

    private static final String CALLER = "caller";
    private static final String IDS = "ids";
    private static final String FLUSH = "flush";
    private static final String DONE = "done";
    private static final Pattern ID = Pattern.compile("(?s).+");
    private static final String ID_FORM = "a text that is not empty";

    @Override
    public CreditsConfig readConfig(Fields header) {
        return new CreditsConfig(
                header.isNull("threshold")
                        ? CreditsConfig.DEFAULT_THRESHOLD
                        : header.integer("threshold", 1, CreditsConfig.MOST_THRESHOLD),
                header.isNull("callers")
                        ? CreditsConfig.MOST_CALLERS
                        : (int) header.integer("callers", 1, CreditsConfig.MOST_CALLERS));
    }

    @Override
    public void writeConfig(CreditsConfig config, FieldWriter header) {
        header.integer("threshold", config.threshold()).integer("callers", config.callers());
    }

    @Override
    public CreditsOperation readOperation(Fields step) {
        String op = step.text("op");
        long at = step.integer("at");
        return switch (op) {
            case "record" -> new CreditsOperation.RecordIds(at, step.texts(IDS, ID, ID_FORM));
            case "drain" -> new CreditsOperation.Drain(at);
            case "restore" -> new CreditsOperation.Restore(at, step.integer(FLUSH));
            case "pending" -> new CreditsOperation.Pending(at);
            case "begin" -> new CreditsOperation.Begin(at, caller(step), call(step));
            case "step" -> new CreditsOperation.Step(at, caller(step));
            case "finish" -> new CreditsOperation.Finish(at, caller(step));
            default ->
                throw new MalformedInput("op must be record, drain, restore, pending, begin, step or finish: " + op);
        };
    }

    private static int caller(Fields step) {
        return (int) step.integer(CALLER, 1, CreditsConfig.MOST_CALLERS);
    }

    private static Call call(Fields step) {
        String call = step.text("call");
        return switch (call) {
            case "record" -> new Call.RecordIds(step.texts(IDS, ID, ID_FORM));
            case "drain" -> new Call.Drain();
            default -> throw new MalformedInput("call must be record or drain: " + call);
        };
    }

    @Override
    public void writeOperation(CreditsOperation operation, FieldWriter step) {
        step.integer("at", operation.atNanos());
        operation.match(new OperationWriter(step));
    }

    @Override
    public CreditsReply readReply(CreditsOperation operation, Fields step) {
        if (operation instanceof CreditsOperation.Restore) {
            return new CreditsReply.Restored();
        }
        if (operation instanceof CreditsOperation.Pending) {
            return new CreditsReply.Counted(step.integer("count"), step.integer("pile"));
        }
        boolean mayGoOn = operation instanceof CreditsOperation.Begin || operation instanceof CreditsOperation.Step;
        return mayGoOn && !step.flag(DONE) ? new CreditsReply.Running() : new CreditsReply.Returned(flush(step));
    }

    private static @Nullable Flush flush(Fields step) {
        JsonNode value = step.required(FLUSH);
        if (value.isNull()) {
            return null;
        }
        if (!value.isArray() || value.isEmpty() || value.get(0).isTextual()) {
            return new Flush.Ids(step.texts(FLUSH, ID, ID_FORM));
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Fields entry : step.objects(FLUSH)) {
            String id = entry.text("id", ID, ID_FORM);
            if (counts.put(id, entry.integer("count")) != null) {
                throw new MalformedInput("flush must name an id once: " + id);
            }
        }
        return new Flush.Counts(counts);
    }

    @Override
    public void writeReply(CreditsReply reply, FieldWriter step) {
        if (reply instanceof CreditsReply.Running) {
            step.flag(DONE, false);
        } else if (reply instanceof CreditsReply.Counted counted) {
            step.integer("count", counted.count()).integer("pile", counted.pile());
        } else if (reply instanceof CreditsReply.Returned returned) {
            step.flag(DONE, true);
            writeFlush(returned.flush(), step);
        }
    }

    private static void writeFlush(@Nullable Flush flush, FieldWriter step) {
        if (flush instanceof Flush.Counts counts) {
            step.objects(
                    FLUSH,
                    counts.counts().entrySet(),
                    (entry, fields) -> fields.text("id", entry.getKey()).integer("count", entry.getValue()));
        } else if (flush instanceof Flush.Ids ids) {
            step.texts(FLUSH, ids.ids());
        } else {
            step.nothing(FLUSH);
        }
    }

    /** The request fields besides the time. */
    private record OperationWriter(FieldWriter step) implements CreditsOperation.Cases<FieldWriter> {
        @Override
        public FieldWriter record(CreditsOperation.RecordIds record) {
            return step.text("op", "record").texts(IDS, record.ids());
        }

        @Override
        public FieldWriter drain(CreditsOperation.Drain drain) {
            return step.text("op", "drain");
        }

        @Override
        public FieldWriter restore(CreditsOperation.Restore restore) {
            return step.text("op", "restore").integer(FLUSH, restore.flush());
        }

        @Override
        public FieldWriter pending(CreditsOperation.Pending pending) {
            return step.text("op", "pending");
        }

        @Override
        public FieldWriter begin(CreditsOperation.Begin begin) {
            step.text("op", "begin").integer(CALLER, begin.caller());
            return begin.call() instanceof Call.RecordIds record
                    ? step.text("call", "record").texts(IDS, record.ids())
                    : step.text("call", "drain");
        }

        @Override
        public FieldWriter step(CreditsOperation.Step running) {
            return step.text("op", "step").integer(CALLER, running.caller());
        }

        @Override
        public FieldWriter finish(CreditsOperation.Finish finish) {
            return step.text("op", "finish").integer(CALLER, finish.caller());
        }
    }
}
