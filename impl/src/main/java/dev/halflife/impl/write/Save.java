package dev.halflife.impl.write;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One snapshot on its way to the disk, a step at a time (W6, F7).
 *
 * <p>The content goes to a temporary file, which is forced before it replaces the old snapshot; the names are forced
 * after. A process or a machine that stops between any two steps leaves the old snapshot or the new one, whole; the
 * temporary file it may leave is emptied and used by the next save.
 *
 * <p>Where the file system cannot replace in one step, the old snapshot first gets the name {@value #PREVIOUS}, and is
 * deleted once the new one is in place for good; {@link SaveOutcome.Saved#atomic} tells.
 *
 * <p>As long as it has not ended no other save begins: whoever began it has to step it to its end or abandon it. Not
 * thread-safe.
 */
public final class Save {

    static final String CURRENT = "statistics.json";
    static final String PREVIOUS = "statistics.json.previous";
    static final String TEMPORARY = "statistics.json.tmp";

    private static final int LARGEST_CHUNK_BYTES = 1 << 16;

    private final SnapshotFiles files;
    private final Runnable onEnd;
    private final Deque<Step> ahead = new ArrayDeque<>();
    private boolean atomic = true;
    private boolean durable;
    private @Nullable SaveOutcome outcome;

    /** A save that has not done anything yet; the listener is told once that it has ended. */
    Save(SnapshotFiles files, List<Step> before, byte[] content, Runnable onEnd) {
        this.files = files;
        this.onEnd = onEnd;
        ahead.addAll(before);
        ahead.add(() -> files.create(TEMPORARY));
        append(content);
        ahead.add(() -> files.force(TEMPORARY));
        ahead.add(this::replace);
        ahead.add(() -> durable = files.forceNames());
    }

    /**
     * Takes one step; does nothing once it has ended.
     *
     * @return whether it has ended, well or not
     */
    public boolean step() {
        if (outcome == null) {
            try {
                ahead.removeFirst().run();
                if (ahead.isEmpty()) {
                    end(new SaveOutcome.Saved(atomic, durable));
                }
            } catch (IOException | RuntimeException failure) {
                deleteTemporary();
                end(new SaveOutcome.Failed(failure.toString()));
            } catch (Error broken) {
                abandon(); // whatever breaks the machine must not keep later saves out
                throw broken;
            }
        }
        return outcome != null;
    }

    /** A disk that is full would stay so. */
    private void deleteTemporary() {
        try {
            files.delete(TEMPORARY);
        } catch (IOException | RuntimeException refused) {
            // then the next save uses it
        }
    }

    /** Gives up, unless it has ended already; what is on the disk stays as it is. */
    public void abandon() {
        end(new SaveOutcome.Failed("abandoned"));
    }

    /** How it ended, or empty if it has not. */
    public Optional<SaveOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    SaveOutcome run() {
        SaveOutcome ended = outcome;
        while (ended == null) {
            step();
            ended = outcome;
        }
        return ended;
    }

    private void append(byte[] content) {
        // In two chunks at least, however short: whoever stops a save between steps is to meet a torn file.
        int chunk = Math.min(LARGEST_CHUNK_BYTES, (content.length + 1) / 2);
        for (int from = 0; from < content.length; from += chunk) {
            int offset = from;
            int length = Math.min(chunk, content.length - offset);
            ahead.add(() -> files.append(TEMPORARY, content, offset, length));
        }
    }

    private void replace() throws IOException {
        try {
            files.replace(TEMPORARY, CURRENT);
        } catch (AtomicMoveNotSupportedException refused) {
            atomic = false;
            ahead.clear();
            replaceByRenaming(files.names());
        }
    }

    /** At each instant one of the two names holds a whole snapshot, even if the disk has only some of these steps. */
    private void replaceByRenaming(Set<String> names) {
        if (names.contains(CURRENT)) {
            if (names.contains(PREVIOUS)) {
                ahead.add(files::forceNames);
                ahead.add(() -> files.delete(PREVIOUS));
            }
            ahead.add(() -> files.rename(CURRENT, PREVIOUS));
        }
        ahead.add(() -> files.rename(TEMPORARY, CURRENT));
        ahead.add(() -> durable = files.forceNames());
        ahead.add(() -> files.delete(PREVIOUS));
    }

    private void end(SaveOutcome how) {
        if (outcome == null) {
            outcome = how;
            ahead.clear();
            onEnd.run();
        }
    }

    /** One call of the file system. */
    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }
}
