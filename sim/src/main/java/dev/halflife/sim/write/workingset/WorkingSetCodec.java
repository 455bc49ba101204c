package dev.halflife.sim.write.workingset;

import dev.halflife.model.write.workingset.Revision;
import dev.halflife.model.write.workingset.WorkingSetOperation;
import dev.halflife.model.write.workingset.WorkingSetReply;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.component.NoConfig;
import dev.halflife.sim.json.FieldWriter;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.MalformedInput;

/**
 * Working-set operations and replies as trace steps. The header has nothing to configure. Ids are any texts; {@code
 * created} is in nanoseconds.
 *
 * <pre>{@code
 * {"op":"upsert","at":0,"id":"r1","logical":"e1","version":1,"created":0}
 * {"op":"head","at":0,"logical":"e1","head":"r1"}
 * {"op":"get","at":0,"id":"r1","present":true}
 * {"op":"trim","at":0,"logical":"e1","removed":0}
 * {"op":"len","at":0,"len":1}
 * }</pre>
 */
final class WorkingSetCodec implements Codec<NoConfig, WorkingSetOperation, WorkingSetReply> {

    private static final String ID = "id";
    private static final String LOGICAL = "logical";

    @Override
    public NoConfig readConfig(Fields header) {
        return new NoConfig();
    }

    @Override
    public void writeConfig(NoConfig config, FieldWriter header) {}

    @Override
    public WorkingSetOperation readOperation(Fields step) {
        String op = step.text("op");
        long at = step.integer("at");
        return switch (op) {
            case "upsert" ->
                new WorkingSetOperation.Upsert(
                        at,
                        new Revision(
                                step.text(ID), step.text(LOGICAL), step.integer("version"), step.integer("created")));
            case "head" -> new WorkingSetOperation.Head(at, step.text(LOGICAL));
            case "get" -> new WorkingSetOperation.Get(at, step.text(ID));
            case "trim" -> new WorkingSetOperation.Trim(at, step.text(LOGICAL));
            case "len" -> new WorkingSetOperation.Len(at);
            default -> throw new MalformedInput("op must be upsert, head, get, trim or len: " + op);
        };
    }

    @Override
    public void writeOperation(WorkingSetOperation operation, FieldWriter step) {
        operation.match(new Writer(step));
    }

    @Override
    public WorkingSetReply readReply(WorkingSetOperation operation, Fields step) {
        return operation.match(new Reader(step));
    }

    @Override
    public void writeReply(WorkingSetReply reply, FieldWriter step) {
        if (reply instanceof WorkingSetReply.Newest newest) {
            step.text("head", newest.id());
        } else if (reply instanceof WorkingSetReply.Found found) {
            step.flag("present", found.present());
        } else if (reply instanceof WorkingSetReply.Trimmed trimmed) {
            step.integer("removed", trimmed.removed());
        } else if (reply instanceof WorkingSetReply.Counted counted) {
            step.integer("len", counted.len());
        }
    }

    /** The request fields. */
    private record Writer(FieldWriter step) implements WorkingSetOperation.Cases<FieldWriter> {

        @Override
        public FieldWriter upsert(WorkingSetOperation.Upsert upsert) {
            Revision revision = upsert.revision();
            return head("upsert", upsert)
                    .text(ID, revision.id())
                    .text(LOGICAL, revision.logical())
                    .integer("version", revision.version())
                    .integer("created", revision.createdNanos());
        }

        @Override
        public FieldWriter head(WorkingSetOperation.Head head) {
            return head("head", head).text(LOGICAL, head.logical());
        }

        @Override
        public FieldWriter get(WorkingSetOperation.Get get) {
            return head("get", get).text(ID, get.id());
        }

        @Override
        public FieldWriter trim(WorkingSetOperation.Trim trim) {
            return head("trim", trim).text(LOGICAL, trim.logical());
        }

        @Override
        public FieldWriter len(WorkingSetOperation.Len len) {
            return head("len", len);
        }

        private FieldWriter head(String op, WorkingSetOperation operation) {
            return step.text("op", op).integer("at", operation.atNanos());
        }
    }

    /** The reply fields that belong to each operation. */
    private record Reader(Fields step) implements WorkingSetOperation.Cases<WorkingSetReply> {

        @Override
        public WorkingSetReply upsert(WorkingSetOperation.Upsert upsert) {
            return new WorkingSetReply.Stored();
        }

        @Override
        public WorkingSetReply head(WorkingSetOperation.Head head) {
            return new WorkingSetReply.Newest(step.textOrNull("head"));
        }

        @Override
        public WorkingSetReply get(WorkingSetOperation.Get get) {
            return new WorkingSetReply.Found(step.flag("present"));
        }

        @Override
        public WorkingSetReply trim(WorkingSetOperation.Trim trim) {
            return new WorkingSetReply.Trimmed(step.integer("removed"));
        }

        @Override
        public WorkingSetReply len(WorkingSetOperation.Len len) {
            return new WorkingSetReply.Counted(step.integer("len"));
        }
    }
}
