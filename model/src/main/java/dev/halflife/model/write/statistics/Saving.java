package dev.halflife.model.write.statistics;

import dev.halflife.model.write.statistics.StatisticsReply.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * A save; a value, and no two saves are equal, as no two act in the same turn.
 *
 * @param snapshot what it writes
 * @param turns when it acted, increasing: a turn is the steps of one save between those of others. In any of them it may
 *     have replaced the file
 * @param steps how many steps it has taken
 * @param overlapped whether another save was in progress at any time since it began
 * @param progress how it ended, if it has
 */
record Saving(int writer, Content snapshot, List<Integer> turns, int steps, boolean overlapped, Progress progress) {

    static Saving begun(int writer, Content snapshot, int turn, boolean overlapped) {
        return new Saving(writer, snapshot, List.of(turn), 0, overlapped, Progress.GOES_ON);
    }

    Saving whileAnotherBegins() {
        return isInProgress() ? new Saving(writer, snapshot, turns, steps, true, progress) : this;
    }

    Saving stepped(int turn, Progress to) {
        List<Integer> its = turns;
        if (last() != turn) {
            its = new ArrayList<>(turns);
            its.add(turn);
        }
        return new Saving(writer, snapshot, List.copyOf(its), steps + 1, overlapped, to);
    }

    boolean isInProgress() {
        return progress == Progress.GOES_ON;
    }

    /** Its file replaced the one before it, and its name was forced to disk after that. */
    boolean isSaved() {
        return progress == Progress.SAVED;
    }

    int first() {
        return turns.get(0);
    }

    int last() {
        return turns.get(turns.size() - 1);
    }

    /** Whether the other acted between two turns of this one. */
    boolean spans(Saving other) {
        return other.turns.stream().anyMatch(its -> its > first() && its < last());
    }
}
