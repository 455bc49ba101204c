package dev.halflife.model.write.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * A save in progress; a value.
 *
 * @param snapshot what it writes
 * @param steps how many steps it has taken
 * @param overlapped whether another save was in progress at any time since it began
 * @param savedMeanwhile what other writers saved since it began: theirs may have replaced the file before this one does,
 *     or after
 */
record Saving(Content snapshot, int steps, boolean overlapped, List<Content> savedMeanwhile) {

    Saving stepped() {
        return new Saving(snapshot, steps + 1, overlapped, savedMeanwhile);
    }

    Saving whileAnotherBegins() {
        return new Saving(snapshot, steps, true, savedMeanwhile);
    }

    Saving whileAnotherSaves(Content saved) {
        List<Content> more = new ArrayList<>(savedMeanwhile);
        more.add(saved);
        return new Saving(snapshot, steps, true, List.copyOf(more));
    }
}
