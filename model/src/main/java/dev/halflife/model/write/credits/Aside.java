package dev.halflife.model.write.credits;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the published rules would have made of the replies that a strict judge accepted, for the sake of blame: a reply that
 * they allow breaks the finding and no other rule. As blame is rare, replies are only noted, and followed when somebody is
 * to blame or the notes grow long.
 *
 * @param machines the published machines before the first note
 * @param notes the replies since, the latest first
 */
record Aside(List<Machine> machines, @Nullable Note notes) {

    private static final int MOST_NOTES = 512;

    static final Aside INITIAL = new Aside(List.of(Machine.INITIAL), null);

    /** A reply, and those before it. */
    record Note(
            CreditsOperation operation,
            CreditsReply reply,
            int length,
            @Nullable Note before) {}

    /** With one more reply; null once the published rules explain the replies no longer, or in too many ways. */
    @Nullable
    Aside with(CreditsOperation operation, CreditsReply reply, Automaton published) {
        int length = notes == null ? 0 : notes.length();
        if (length < MOST_NOTES) {
            return new Aside(machines, new Note(operation, reply, length + 1, notes));
        }
        List<Machine> now = followed(published);
        return now.isEmpty() ? null : new Aside(now, new Note(operation, reply, 1, null));
    }

    /** Whether the published rules allow this reply now. */
    boolean allows(CreditsOperation operation, CreditsReply reply, Automaton published) {
        List<Machine> now = followed(published);
        return !now.isEmpty()
                && !published
                        .after(now, operation, reply, Pile.EMPTY)
                        .orElse(List.of())
                        .isEmpty();
    }

    private List<Machine> followed(Automaton published) {
        Deque<Note> inOrder = new ArrayDeque<>();
        for (Note note = notes; note != null; note = note.before()) {
            inOrder.push(note);
        }
        List<Machine> now = machines;
        while (!inOrder.isEmpty() && !now.isEmpty()) {
            Note note = inOrder.pop();
            now = published
                    .after(now, note.operation(), note.reply(), Pile.EMPTY)
                    .orElse(List.of());
        }
        return now;
    }
}
