package dev.halflife.sim.write.arrivals;

import dev.halflife.model.write.arrivals.ArrivalsOperation;
import dev.halflife.model.write.arrivals.ArrivalsReply;
import dev.halflife.model.write.arrivals.Cursor;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.component.NoConfig;
import dev.halflife.sim.json.FieldWriter;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.MalformedInput;
import org.jspecify.annotations.Nullable;

/**
 * Arrivals as trace steps. The header has nothing to configure. Namespaces and ids are any texts; the fields of a cursor
 * that is not there are null.
 *
 * <pre>{@code
 * {"op":"record","at":0,"namespace":"n1","id":"a1","previous":null,"previousSequence":null,"sequence":1}
 * {"op":"record","at":0,"namespace":"n1","id":"a2","previous":"a1","previousSequence":1,"sequence":2}
 * {"op":"seed","at":0,"namespace":"n1","id":"a9","sequence":7}
 * {"op":"last","at":0,"namespace":"n1","last":"a9","lastSequence":7}
 * }</pre>
 */
final class ArrivalsCodec implements Codec<NoConfig, ArrivalsOperation, ArrivalsReply> {

    private static final String NAMESPACE = "namespace";
    private static final String ID = "id";
    private static final String SEQUENCE = "sequence";

    @Override
    public NoConfig readConfig(Fields header) {
        return new NoConfig();
    }

    @Override
    public void writeConfig(NoConfig config, FieldWriter header) {}

    @Override
    public ArrivalsOperation readOperation(Fields step) {
        String op = step.text("op");
        long at = step.integer("at");
        return switch (op) {
            case "record" -> new ArrivalsOperation.Arrive(at, step.text(NAMESPACE), step.text(ID));
            case "seed" -> new ArrivalsOperation.Seed(at, step.text(NAMESPACE), step.text(ID), step.integer(SEQUENCE));
            case "last" -> new ArrivalsOperation.Last(at, step.text(NAMESPACE));
            default -> throw new MalformedInput("op must be record, seed or last: " + op);
        };
    }

    @Override
    public void writeOperation(ArrivalsOperation operation, FieldWriter step) {
        operation.match(
                arrive -> head("record", arrive, step).text(ID, arrive.id()),
                seed -> head("seed", seed, step).text(ID, seed.id()).integer(SEQUENCE, seed.sequence()),
                last -> head("last", last, step));
    }

    private static FieldWriter head(String op, ArrivalsOperation operation, FieldWriter step) {
        return step.text("op", op).integer("at", operation.atNanos()).text(NAMESPACE, operation.namespace());
    }

    @Override
    public ArrivalsReply readReply(ArrivalsOperation operation, Fields step) {
        return operation.match(
                arrive -> new ArrivalsReply.Arrived(readCursor("previous", step), step.integer(SEQUENCE)),
                seed -> new ArrivalsReply.Seeded(),
                last -> new ArrivalsReply.Latest(readCursor("last", step)));
    }

    private static @Nullable Cursor readCursor(String name, Fields step) {
        String id = step.textOrNull(name);
        return id == null ? null : new Cursor(id, step.integer(name + "Sequence"));
    }

    @Override
    public void writeReply(ArrivalsReply reply, FieldWriter step) {
        if (reply instanceof ArrivalsReply.Arrived arrived) {
            writeCursor("previous", arrived.previous(), step);
            step.integer(SEQUENCE, arrived.sequence());
        } else if (reply instanceof ArrivalsReply.Latest latest) {
            writeCursor("last", latest.cursor(), step);
        }
    }

    private static void writeCursor(String name, @Nullable Cursor cursor, FieldWriter step) {
        if (cursor == null) {
            step.nothing(name).nothing(name + "Sequence");
        } else {
            step.text(name, cursor.id()).integer(name + "Sequence", cursor.sequence());
        }
    }
}
