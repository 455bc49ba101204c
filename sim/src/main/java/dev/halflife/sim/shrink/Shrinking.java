package dev.halflife.sim.shrink;

import dev.halflife.model.Operation;
import dev.halflife.sim.run.Counterexample;
import dev.halflife.sim.run.Hunting;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * In which time counterexamples are made small. What is smallest when the time is up is kept, and known to be cut short.
 *
 * @param nanos a monotonic clock, in nanoseconds; any thread may ask it
 * @param mostNanos how long all that an engine has broken may take, together, asked when shrinking begins; each broken rule
 *     gets an equal share of what those before it have left
 * @param stop whether somebody has asked to stop; any thread may ask it
 */
public record Shrinking(LongSupplier nanos, LongSupplier mostNanos, Parallel.Stop stop) {

    /** For as long as it takes: what comes out does not depend on how fast the machine is. */
    public static final long WITHOUT_END = Long.MAX_VALUE;

    private static final long PARTS = 1000;

    /** What an engine has broken, each first counterexample as small as the time allows. */
    public <C, S, O extends Operation<O>, R> List<Tally.Broken<C, S, O, R>> shrink(
            List<Tally.Broken<C, S, O, R>> broken, Hunting hunting, Progress progress) {
        List<Tally.Broken<C, S, O, R>> shrunk = new ArrayList<>();
        if (broken.isEmpty()) {
            return shrunk;
        }
        Progress shown = progress.next("shrinking");
        long begin = nanos.getAsLong();
        long most = mostNanos.getAsLong();
        for (Tally.Broken<C, S, O, R> one : broken) {
            int done = shrunk.size();
            long now = nanos.getAsLong();
            long left = most == WITHOUT_END ? WITHOUT_END : most - (now - begin);
            long share = left / (broken.size() - done);
            Parallel.Stop over = stop.or(() -> nanos.getAsLong() - now >= share);
            int found = Math.max(1, one.first().schedule().operations().size());
            Counterexample<C, S, O, R> smallest = hunting.shrink(
                    over,
                    () -> Shrinker.shrink(
                            one.first(),
                            over,
                            length -> shown.advanced(
                                    (done + 1) * PARTS - PARTS * length / found, broken.size() * PARTS)));
            shrunk.add(new Tally.Broken<>(smallest, one.detection()));
        }
        return shrunk;
    }
}
