package dev.halflife.sim.museum;

import dev.halflife.model.Operation;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Substitute;
import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.defect.Owner;
import dev.halflife.sim.explore.Explorer;
import dev.halflife.sim.run.Counterexample;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.shrink.Shrinker;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One hunt for one defect with one seed: schedules until the rule that it claims to break convicts it, or the budget is
 * spent. What another rule convicts on the way is noted, and the hunt goes on. Not thread-safe.
 */
final class Hunt<C, S, O extends Operation<O>, R> {

    private static final int KEYS = 2;

    private final Component<C, S, O, R> component;
    private final Defect<C, O, R> defect;
    private final Watch<C, O, R> watch;
    private final Trial<C, S, O, R> trial;
    private final Set<String> alsoNamed = new LinkedHashSet<>();
    private @Nullable Counterexample<C, S, O, R> found;
    private long schedules;
    private long replies;
    private long detected;

    Hunt(Component<C, S, O, R> component, Defect<C, O, R> defect) {
        this.component = component;
        this.defect = defect;
        this.watch = new Watch<>(defect);
        this.trial = new Trial<>(new Substitute<>(component, watch::subject), defect.subject(), defect.contract());
    }

    /** Hunts; {@code nanos} tells the time. Empty if told to stop before the hunt was over. */
    Optional<Catch<C, S, O, R>> run(long seed, LongSupplier nanos, Parallel.Stop stop) {
        long begin = nanos.getAsLong();
        if (defect.owner() == Owner.EXPLORER) {
            explore(stop);
        } else {
            fuzz(seed, stop);
        }
        if (found == null && stop.requested()) {
            return Optional.empty();
        }
        long took = nanos.getAsLong() - begin;
        return Optional.of(new Catch<>(
                found == null ? null : Shrinker.shrink(found.by(unwatched())),
                schedules,
                replies,
                took,
                watch.reached(),
                watch.triggered(),
                detected,
                List.copyOf(alsoNamed)));
    }

    private void fuzz(long seed, Parallel.Stop stop) {
        Campaign<C, S, O, R> campaign = new Campaign<>(trial, seed, 1);
        while (found == null && schedules < defect.budget() && !stop.requested()) {
            note(campaign.only(schedules));
        }
    }

    /** Every schedule of one operation, of two, and so on, until a depth shows it. */
    private void explore(Parallel.Stop stop) {
        for (int depth = 1; found == null && schedules < defect.budget() && !stop.requested(); depth++) {
            note(new Explorer<>(trial, depth, KEYS, 1).run(stop, Progress.NONE));
        }
    }

    private void note(Tally<C, S, O, R> tally) {
        schedules += tally.schedules();
        replies += tally.steps();
        for (Tally.Broken<C, S, O, R> broken : tally.broken()) {
            detected += broken.schedules();
            if (broken.first().violation().rule().equals(defect.rule())) {
                found = broken.first();
            } else {
                alsoNamed.add(broken.first().violation().rule().id());
            }
        }
    }

    /** The trial of the plain subject, which needs no twin to be shrunk and replayed. */
    private Trial<C, S, O, R> unwatched() {
        return new Trial<>(component, defect.subject(), defect.contract());
    }
}
