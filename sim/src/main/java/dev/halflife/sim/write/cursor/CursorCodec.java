package dev.halflife.sim.write.cursor;

import dev.halflife.model.write.cursor.CursorOperation;
import dev.halflife.model.write.cursor.CursorReply;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.component.NoConfig;
import dev.halflife.sim.json.FieldWriter;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.MalformedInput;

/**
 * Cursor operations and replies as trace steps. The header has nothing to configure.
 *
 * <pre>{@code
 * {"op":"advance","at":0,"millis":1700000000000,"moved":true}
 * {"op":"position","at":0,"position":1700000000000}
 * }</pre>
 */
final class CursorCodec implements Codec<NoConfig, CursorOperation, CursorReply> {

    @Override
    public NoConfig readConfig(Fields header) {
        return new NoConfig();
    }

    @Override
    public void writeConfig(NoConfig config, FieldWriter header) {}

    @Override
    public CursorOperation readOperation(Fields step) {
        String op = step.text("op");
        long at = step.integer("at");
        return switch (op) {
            case "advance" -> new CursorOperation.Advance(at, step.integer("millis"));
            case "position" -> new CursorOperation.Position(at);
            default -> throw new MalformedInput("op must be advance or position: " + op);
        };
    }

    @Override
    public void writeOperation(CursorOperation operation, FieldWriter step) {
        operation.match(
                advance -> head("advance", advance, step).integer("millis", advance.millis()),
                position -> head("position", position, step));
    }

    private static FieldWriter head(String op, CursorOperation operation, FieldWriter step) {
        return step.text("op", op).integer("at", operation.atNanos());
    }

    @Override
    public CursorReply readReply(CursorOperation operation, Fields step) {
        return operation.match(
                advance -> new CursorReply.Advanced(step.flag("moved")),
                position -> new CursorReply.Standing(step.integer("position")));
    }

    @Override
    public void writeReply(CursorReply reply, FieldWriter step) {
        if (reply instanceof CursorReply.Advanced advanced) {
            step.flag("moved", advanced.moved());
        } else if (reply instanceof CursorReply.Standing standing) {
            step.integer("position", standing.millis());
        }
    }
}
