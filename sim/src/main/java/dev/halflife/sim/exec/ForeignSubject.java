package dev.halflife.sim.exec;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.json.ObjectWriter;
import dev.halflife.sim.subject.Misforeseen;
import dev.halflife.sim.subject.Stopped;
import dev.halflife.sim.subject.Subject;
import dev.halflife.sim.subject.SubjectFailure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One schedule's share of a foreign process. Asks ahead what is foreseen. */
final class ForeignSubject<O, R> implements Subject<O, R> {

    private final ForeignSubjects owner;
    private final Codec<?, O, R> codec;
    private final @Nullable Conversation conversation;
    private final Deque<O> foreseen = new ArrayDeque<>();
    private final Deque<O> asked = new ArrayDeque<>();

    ForeignSubject(ForeignSubjects owner, Codec<?, O, R> codec, ObjectNode header) {
        this.owner = owner;
        this.codec = codec;
        this.conversation = owner.take();
        if (conversation != null) {
            conversation.begin(Requests.line(header));
        }
    }

    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public void foresee(Supplier<List<O>> operations) {
        if (owner.hasHung()) {
            // Who hangs on what is known at once where one request is open.
            return;
        }
        foreseen.addAll(operations.get());
    }

    @Override
    public R apply(O operation) {
        Conversation with = conversation;
        if (with == null || owner.isOver()) {
            throw new Stopped();
        }
        if (asked.isEmpty() && foreseen.isEmpty()) {
            foreseen.add(operation);
        }
        if (asked.isEmpty() || with.hungry()) {
            ask(with);
        }
        if (!operation.equals(asked.remove())) {
            throw new Misforeseen();
        }
        byte[] request = with.oldestRequest();
        try {
            Fields line = with.reply();
            if (with.isTorn()) {
                throw new Misforeseen();
            }
            try {
                return codec.readReply(operation, line);
            } catch (MalformedInput e) {
                throw with.noReply(request, line, e);
            }
        } catch (SubjectFailure e) {
            throw owner.judged(e, with);
        }
    }

    private void ask(Conversation with) {
        boolean any = false;
        while (!foreseen.isEmpty() && with.takesMore()) {
            O operation = foreseen.remove();
            ObjectNode step = JsonNodeFactory.instance.objectNode();
            codec.writeOperation(operation, new ObjectWriter(step));
            with.ask(Requests.line(step));
            asked.add(operation);
            any = true;
        }
        if (any) {
            with.send();
        }
    }

    @Override
    public void close() {
        if (conversation != null) {
            owner.giveBack(conversation);
        }
    }
}
