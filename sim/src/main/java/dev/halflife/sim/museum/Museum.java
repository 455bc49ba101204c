package dev.halflife.sim.museum;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.model.Rule;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.run.Counterexample;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Hunts a component's defects, each with some seeds. The same seeds give the same records and the same digest, whatever the
 * number of threads, but for how long it took.
 */
public final class Museum {

    private static final double NANOS_PER_MILLI = 1e6;

    private final long seed;
    private final int seeds;
    private final int jobs;
    private final LongSupplier nanos;

    /**
     * A museum.
     *
     * @param seed of the first hunt for each defect; the next has the next number
     * @param seeds how many hunts; at least 1
     * @param jobs how many threads; at least 1
     * @param nanos tells the time, for the record only; any thread may ask it
     */
    public Museum(long seed, int seeds, int jobs, LongSupplier nanos) {
        this.seed = seed;
        this.seeds = seeds;
        this.jobs = jobs;
        this.nanos = nanos;
    }

    /**
     * What the hunts for some defects of one component came to.
     *
     * @param records one per defect, in the order of the component
     * @param counterexamples to the claimed rule, shrunk, of the first seed that caught the defect
     * @param schedules how many were run
     * @param replies how many were judged
     * @param digest of everything but time
     * @param unhunted the ids of defects that were not hunted with every seed, as somebody stopped it
     */
    public record Tour<C, S, O extends Operation<O>, R>(
            List<DefectRecord> records,
            List<Counterexample<C, S, O, R>> counterexamples,
            long schedules,
            long replies,
            long digest,
            List<String> unhunted) {

        /** The ids of the defects that were not caught. */
        public List<String> missed() {
            return records.stream()
                    .filter(record -> !record.asExpected())
                    .map(DefectRecord::id)
                    .toList();
        }
    }

    /** Hunts the defects that {@code chosen} accepts, or fewer if told to stop. */
    public <C, S, O extends Operation<O>, R> Tour<C, S, O, R> tour(
            Component<C, S, O, R> component, Predicate<Defect<?, ?, ?>> chosen, Parallel.Stop stop, Progress progress) {
        List<Defect<C, O, R>> defects =
                component.defects().stream().filter(chosen).toList();
        List<Defect<C, O, R>> here = defects.stream()
                .filter(defect -> !defect.owner().needsThreads())
                .toList();
        List<Catch<C, S, O, R>> catches = new ArrayList<>();
        long hunts = (long) here.size() * seeds;
        Parallel.inOrder(
                hunts,
                jobs,
                stop,
                (hunt, over) ->
                        new Hunt<>(component, here.get((int) (hunt / seeds))).run(seed + hunt % seeds, nanos, over),
                caught -> {
                    caught.ifPresent(catches::add);
                    progress.advanced(catches.size(), hunts);
                    return caught.isPresent();
                });
        return tour(component, defects, catches);
    }

    private <C, S, O extends Operation<O>, R> Tour<C, S, O, R> tour(
            Component<C, S, O, R> component, List<Defect<C, O, R>> defects, List<Catch<C, S, O, R>> catches) {
        List<DefectRecord> records = new ArrayList<>();
        List<Counterexample<C, S, O, R>> counterexamples = new ArrayList<>();
        List<String> unhunted = new ArrayList<>();
        Digest digest = new Digest();
        int next = 0;
        for (Defect<C, O, R> defect : defects) {
            boolean here = !defect.owner().needsThreads();
            int last = Math.min(catches.size(), next + (here ? seeds : 0));
            List<Catch<C, S, O, R>> its = catches.subList(next, last);
            next = last;
            if (here && its.size() < seeds) {
                unhunted.add(defect.id());
            } else {
                records.add(record(component, defect, its));
            }
            its.forEach(caught -> digest(caught, digest));
            its.stream().map(Catch::shrunk).filter(Objects::nonNull).findFirst().ifPresent(counterexamples::add);
        }
        long schedules = catches.stream().mapToLong(Catch::schedules).sum();
        long replies = catches.stream().mapToLong(Catch::replies).sum();
        return new Tour<>(records, counterexamples, schedules, replies, digest.value(), unhunted);
    }

    /**
     * The rules of a component that no defect of any of these is convicted by: nothing shows that they convict at all. A
     * rule is known by its id, as a world judges its parts by theirs.
     */
    public static <C, S, O extends Operation<O>, R> List<Rule> untested(
            Component<C, S, O, R> component, List<Component<?, ?, ?, ?>> all) {
        Set<String> claimed = new LinkedHashSet<>();
        all.forEach(each ->
                each.defects().forEach(defect -> claimed.add(defect.rule().id())));
        C config = component.exploration().configs(1).get(0);
        List<Rule> untested =
                new ArrayList<>(component.spec(config, Contract.strict()).rules());
        untested.removeIf(rule -> claimed.contains(rule.id()));
        return untested;
    }

    private static void digest(Catch<?, ?, ?, ?> caught, Digest digest) {
        Counterexample<?, ?, ?, ?> shrunk = caught.shrunk();
        digest.add(caught.schedules())
                .add(caught.reached())
                .add(caught.triggered())
                .add(caught.detected())
                .add(shrunk == null ? 0 : shrunk.digest());
    }

    private static <C, S, O extends Operation<O>, R> DefectRecord record(
            Component<C, S, O, R> component, Defect<C, O, R> defect, List<Catch<C, S, O, R>> catches) {
        Set<String> alsoNamed = new LinkedHashSet<>();
        catches.forEach(caught -> alsoNamed.addAll(caught.alsoNamed()));
        return new DefectRecord(
                component.name(),
                defect.id(),
                defect.sentence(),
                defect.origin().text(),
                defect.rule().id(),
                defect.owner().text(),
                defect.contract().toString(),
                defect.budget(),
                verdict(catches),
                catches.size(),
                (int) catches.stream().filter(caught -> caught.shrunk() != null).count(),
                catches.stream().mapToLong(Catch::schedules).sum(),
                catches.stream().mapToLong(Catch::reached).sum(),
                catches.stream().mapToLong(Catch::triggered).sum(),
                catches.stream().mapToLong(Catch::detected).sum(),
                Spread.of(catches.stream().mapToDouble(Catch::schedules).toArray()),
                Spread.of(catches.stream()
                        .mapToDouble(caught -> caught.nanos() / NANOS_PER_MILLI)
                        .toArray()),
                Spread.of(catches.stream()
                        .filter(caught -> caught.shrunk() != null)
                        .mapToDouble(Catch::steps)
                        .toArray()),
                List.copyOf(alsoNamed));
    }

    private static String verdict(List<? extends Catch<?, ?, ?, ?>> catches) {
        if (catches.isEmpty()) {
            return "elsewhere";
        }
        for (Catch<?, ?, ?, ?> caught : catches) {
            if (caught.shrunk() == null) {
                return caught.detected() > 0
                        ? "misnamed"
                        : caught.triggered() > 0 ? "acquitted" : caught.reached() > 0 ? "harmless" : "dormant";
            }
        }
        return "caught";
    }
}
