package dev.halflife.sim.shard;

import dev.halflife.model.Operation;
import dev.halflife.sim.component.Situation;
import dev.halflife.sim.run.Detection;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What neighbouring schedules of one component came to: a cell of a campaign, or several added up.
 *
 * @param sums what is added up
 * @param met the situations met, by id
 * @param broken the rules broken, by id
 * @param open the first schedule that could not be judged to its end, or null
 */
public record Cell(
        Tally.Sums sums,
        SortedMap<String, Met> met,
        SortedMap<String, Broken> broken,
        @Nullable Open open) {

    /** Nothing run. */
    static final Cell EMPTY =
            new Cell(new Tally.Sums(0, 0, Duration.ZERO, 0, 0, 0), new TreeMap<>(), new TreeMap<>(), null);

    /** How many schedules met a situation, and the number of the first. */
    public record Met(long schedules, long first) {}

    /** How often a rule was broken, and the number of the first schedule that did. */
    public record Broken(long first, Detection detection) {}

    /** The number of a schedule that could not be judged to its end, and why. */
    public record Open(long first, String why) {}

    /** Keeps what it is given from being changed. */
    public Cell {
        met = Collections.unmodifiableSortedMap(new TreeMap<>(met));
        broken = Collections.unmodifiableSortedMap(new TreeMap<>(broken));
    }

    /** What a tally holds. */
    static <C, S, O extends Operation<O>, R> Cell of(Trial<C, S, O, R> trial, Tally<C, S, O, R> tally) {
        SortedMap<String, Met> met = new TreeMap<>();
        List<Situation<C, S, O, R>> situations = trial.component().situations();
        for (int i = 0; i < situations.size(); i++) {
            if (tally.metBy(i) > 0) {
                met.put(situations.get(i).id(), new Met(tally.metBy(i), tally.firstMetBy(i)));
            }
        }
        SortedMap<String, Broken> broken = new TreeMap<>();
        for (Tally.Broken<C, S, O, R> one : tally.broken()) {
            broken.put(
                    one.first().violation().rule().id(),
                    new Broken(one.first().origin().index(), one.detection()));
        }
        String why = tally.firstUndecided();
        return new Cell(tally.sums(), met, broken, why == null ? null : new Open(tally.firstUndecidedAt(), why));
    }

    /** Both together, in whatever order. */
    Cell plus(Cell other) {
        SortedMap<String, Met> allMet = new TreeMap<>(met);
        other.met.forEach((id, its) -> allMet.merge(
                id, its, (a, b) -> new Met(a.schedules() + b.schedules(), Math.min(a.first(), b.first()))));
        SortedMap<String, Broken> allBroken = new TreeMap<>(broken);
        other.broken.forEach((id, its) -> allBroken.merge(
                id,
                its,
                (a, b) ->
                        new Broken(Math.min(a.first(), b.first()), a.detection().plus(b.detection()))));
        return new Cell(sums.plus(other.sums), allMet, allBroken, earlier(open, other.open));
    }

    private static @Nullable Open earlier(@Nullable Open one, @Nullable Open other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.first() <= other.first() ? one : other;
    }
}
