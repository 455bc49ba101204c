package dev.halflife.sim.write.world;

import dev.halflife.model.write.statistics.PowerLoss;
import dev.halflife.sim.json.FieldWriter;
import java.util.TreeMap;

/** The fields of operations besides the time, and of what the store was told. */
record PathWriter(FieldWriter step) implements PathOperation.Cases<FieldWriter> {

    @Override
    public FieldWriter recall(PathOperation.Recall recall) {
        return step.text("op", "recall").texts("ids", recall.ids());
    }

    @Override
    public FieldWriter write(PathOperation.Write write) {
        return item(write.item(), step.text("op", "write"))
                .number("similarity", write.similarity())
                .text("fate", write.fate().id());
    }

    private static FieldWriter item(Item item, FieldWriter fields) {
        return fields.text("id", item.id())
                .text("partition", item.partition())
                .text("logical", item.logical())
                .integer("version", item.version());
    }

    @Override
    public FieldWriter answer(PathOperation.Answer answer) {
        return step.text("op", "answer")
                .text("id", answer.id())
                .text("fate", answer.fate().id());
    }

    @Override
    public FieldWriter stored(PathOperation.Stored stored) {
        return step.text("op", "stored").integer("flush", stored.flush());
    }

    @Override
    public FieldWriter failed(PathOperation.Failed failed) {
        return step.text("op", "failed").integer("flush", failed.flush());
    }

    @Override
    public FieldWriter retry(PathOperation.Retry retry) {
        return step.text("op", "retry");
    }

    @Override
    public FieldWriter retried(PathOperation.Retried retried) {
        return step.text("op", "retried").integer("retry", retried.retry()).integer("embedded", retried.embedded());
    }

    @Override
    public FieldWriter consolidated(PathOperation.Consolidated consolidated) {
        return step.text("op", "consolidated")
                .text("outcome", consolidated.outcome().id())
                .integer("millis", consolidated.millis());
    }

    @Override
    public FieldWriter save(PathOperation.Save save) {
        return step.text("op", "save").integer("writer", save.writer());
    }

    @Override
    public FieldWriter kill(PathOperation.Kill kill) {
        step.text("op", "kill");
        PowerLoss power = kill.power();
        return power == null
                ? step.nothing("power")
                : step.object(
                        "power",
                        fields -> fields.integer("directory", power.directory())
                                .integer("dataPerMille", power.dataPerMille()));
    }

    @Override
    public FieldWriter close(PathOperation.Close close) {
        return step.text("op", "close");
    }

    @Override
    public FieldWriter settle(PathOperation.Settle settle) {
        return step.text("op", "settle");
    }

    /** What the store was told. */
    static void write(StoreWrite write, FieldWriter fields) {
        if (write instanceof StoreWrite.Credited credited) {
            fields.text("kind", "credited")
                    .objects(
                            "credits",
                            new TreeMap<>(credited.credits().counts()).entrySet(),
                            (entry, each) -> each.text("id", entry.getKey()).integer("count", entry.getValue()));
        } else if (write instanceof StoreWrite.Put put) {
            item(put.item(), fields.text("kind", "put"))
                    .text("previous", put.previous())
                    .integer("sequence", put.sequence());
        } else if (write instanceof StoreWrite.Waiting waiting) {
            fields.text("kind", "waiting").text("id", waiting.id());
        } else if (write instanceof StoreWrite.Embedded embedded) {
            fields.text("kind", "embedded").text("id", embedded.id());
        } else if (write instanceof StoreWrite.GivenUp givenUp) {
            fields.text("kind", "given-up").text("id", givenUp.id());
        } else if (write instanceof StoreWrite.CursorAt cursor) {
            fields.text("kind", "cursor").integer("millis", cursor.millis());
        }
    }
}
