package dev.halflife.sim.gate;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.explore.Explorer;
import dev.halflife.sim.gate.RunRecord.ComponentRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.museum.Museum;
import dev.halflife.sim.run.Hunting;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The gate over some components: the reference must hold under the strict contract and the published port under the
 * published one, in every small schedule and in a seeded campaign; the port must be convicted of every finding under the
 * strict contract, and every defect of the museum by the rule that it breaks, for a judge that never convicts is no
 * evidence.
 */
public final class Gate {

    /**
     * How much is run.
     *
     * @param name as on the command line
     * @param depth operations per explored schedule
     * @param keys keys of explored schedules
     * @param schedules random schedules per campaign and seed
     * @param steps judged steps at least that a campaign goes on to, over all its seeds; 0 where its schedules are enough
     * @param seeds campaigns of each kind, and hunts for each defect of the museum
     */
    public record Budget(String name, int depth, int keys, long schedules, long steps, int seeds) {

        /** About a minute on two cores. */
        public static final Budget QUICK = new Budget("quick", 5, 2, 50_000, 0, 1);

        /** For a night. */
        public static final Budget FULL = new Budget("full", 6, 2, 50_000, 100_000_000, 30);
    }

    /** Told of what begins and what is done. Called on one thread. */
    public interface Listener {
        /** An engine begins; what it returns is told how far it gets. */
        Progress begins(String component, String engine, String subject, String contract);

        /** An engine is done. */
        void done(EngineRecord record);
    }

    private final Budget budget;
    private final long seed;
    private final int jobs;
    private final Conduct conduct;
    private final @Nullable Corpus corpus;

    /** A gate. {@code nanos} tells the time, for the record only; any thread may ask it. */
    public Gate(Budget budget, long seed, int jobs, LongSupplier nanos, Parallel.Stop stop, Listener listener) {
        this(budget, seed, jobs, Conduct.patient(nanos, stop, listener), null);
    }

    /** A gate that tries the schedules of a corpus, where there is one, before anything else. */
    public Gate(Budget budget, long seed, int jobs, Conduct conduct, @Nullable Corpus corpus) {
        this.budget = budget;
        this.seed = seed;
        this.jobs = jobs;
        this.conduct = conduct;
        this.corpus = corpus;
    }

    /** A subject of one's own, in each of the components. */
    public interface Entry {
        /** It in this component, under the contract it is held to. */
        <C, S, O extends Operation<O>, R> Trial<C, S, O, R> trial(Component<C, S, O, R> component);

        /** What is done around each engine. */
        Hunting hunting();
    }

    /** Runs the gate over one subject: it must hold in every small schedule and in a seeded campaign. */
    public RunRecord run(List<Component<?, ?, ?, ?>> components, Entry entry) {
        return run(components, component -> run(component, entry));
    }

    private <C, S, O extends Operation<O>, R> List<EngineRecord> run(Component<C, S, O, R> component, Entry entry) {
        Trial<C, S, O, R> trial = entry.trial(component);
        long schedules = component.workload().schedules(budget.schedules());
        return inTurn(List.of(
                () -> replay(trial, entry.hunting()),
                () -> Optional.of(explore(trial, budget.depth(), entry.hunting())),
                () -> Optional.of(fuzz(trial, schedules, List.of(), false, entry.hunting()))));
    }

    private List<EngineRecord> inTurn(List<Supplier<Optional<EngineRecord>>> each) {
        List<EngineRecord> engines = new ArrayList<>();
        for (Supplier<Optional<EngineRecord>> engine : each) {
            if (engines.stream().noneMatch(conduct::isLast)) {
                engine.get().ifPresent(engines::add);
            }
        }
        return engines;
    }

    /** Runs the gate over these components. */
    public RunRecord run(List<Component<?, ?, ?, ?>> components) {
        return run(components, this::run);
    }

    private RunRecord run(
            List<Component<?, ?, ?, ?>> components, Function<Component<?, ?, ?, ?>, List<EngineRecord>> one) {
        long begin = conduct.millis();
        List<EngineRecord> engines = new ArrayList<>();
        List<ComponentRecord> described = new ArrayList<>();
        for (Component<?, ?, ?, ?> component : components) {
            if (engines.stream().noneMatch(conduct::isLast)) {
                List<EngineRecord> its = one.apply(component);
                engines.addAll(its);
                described.add(Records.component(component, its));
            }
        }
        Digest digest = new Digest();
        engines.forEach(engine -> digest.add(engine.digest()));
        return new RunRecord(
                RunRecord.FORMAT,
                "gate",
                Records.hex(seed),
                budget.name(),
                Digest.hex(digest.value()),
                RunRecord.verdict(engines),
                conduct.millis() - begin,
                described,
                engines);
    }

    private <C, S, O extends Operation<O>, R> List<EngineRecord> run(Component<C, S, O, R> component) {
        List<String> findings = component.findings().stream().map(Enum::name).toList();
        Trial<C, S, O, R> reference = new Trial<>(component, "reference", Contract.strict());
        Trial<C, S, O, R> published = new Trial<>(component, "published", Contract.published());
        Trial<C, S, O, R> convicted = new Trial<>(component, "published", Contract.strict());
        long schedules = component.workload().schedules(budget.schedules());
        // The reference gets most of the time: the port only stands for the published contract, and does not change.
        return inTurn(List.of(
                () -> replay(reference, Hunting.PLAIN),
                () -> Optional.of(explore(reference, budget.depth(), Hunting.PLAIN)),
                () -> Optional.of(explore(published, Math.max(1, budget.depth() - 1), Hunting.PLAIN)),
                () -> Optional.of(fuzz(reference, schedules, List.of(), true, Hunting.PLAIN)),
                () -> Optional.of(fuzz(published, Math.max(1, schedules / 2), List.of(), false, Hunting.PLAIN)),
                () -> Optional.of(fuzz(convicted, Math.max(1, schedules / 10), findings, false, Hunting.PLAIN)),
                () -> component.defects().isEmpty() ? Optional.empty() : Optional.of(museum(component))));
    }

    /** What once failed first. */
    private Optional<EngineRecord> replay(Trial<?, ?, ?, ?> trial, Hunting hunting) {
        return corpus == null ? Optional.empty() : corpus.replay(trial, conduct, hunting);
    }

    private <C, S, O extends Operation<O>, R> EngineRecord museum(Component<C, S, O, R> component) {
        Progress progress = conduct.listener().begins(component.name(), Records.MUSEUM, "defects", "");
        long begin = conduct.millis();
        Museum museum = new Museum(seed, budget.seeds(), jobs, conduct.nanos());
        Museum.Tour<C, S, O, R> tour = museum.tour(component, defect -> true, conduct.stop(), progress);
        EngineRecord record = Records.museum(component, tour, budget.seeds(), conduct.millis() - begin);
        conduct.listener().done(record);
        return record;
    }

    private <C, S, O extends Operation<O>, R> EngineRecord explore(
            Trial<C, S, O, R> trial, int usualDepth, Hunting hunting) {
        int depth = trial.component().exploration().depth(usualDepth);
        Explorer<C, S, O, R> explorer = new Explorer<>(trial, depth, budget.keys(), jobs, conduct.failsFast());
        String bound = "depth " + depth + ", " + budget.keys() + " keys";
        return conduct.run(trial, "explore", bound, hunting, explorer::run);
    }

    private <C, S, O extends Operation<O>, R> EngineRecord fuzz(
            Trial<C, S, O, R> trial, long schedules, List<String> toShow, boolean meetsAll, Hunting hunting) {
        // Schedules that end with a broken rule are short: no steps are asked of those.
        long steps = toShow.isEmpty() ? budget.steps() : 0;
        boolean failsFast = conduct.failsFast() && toShow.isEmpty();
        Campaign<C, S, O, R> first = new Campaign<>(trial, seed, jobs, failsFast);
        List<Tally<C, S, O, R>> tallies = new ArrayList<>();
        return conduct.run(
                trial,
                "fuzz",
                all -> all.schedules() + " schedules" + (budget.seeds() == 1 ? "" : ", " + budget.seeds() + " seeds"),
                toShow,
                hunting,
                (stop, progress) -> {
                    tallies.addAll(campaigns(first, failsFast, schedules, steps, stop, progress));
                    Tally<C, S, O, R> all = new Tally<>();
                    tallies.forEach(all::merge);
                    return all;
                },
                record -> meetsAll ? Records.withSituations(record, first, tallies.get(0)) : record);
    }

    /** A campaign a seed; at least the first is begun. */
    private <C, S, O extends Operation<O>, R> List<Tally<C, S, O, R>> campaigns(
            Campaign<C, S, O, R> first,
            boolean failsFast,
            long schedules,
            long steps,
            Parallel.Stop stop,
            Progress progress) {
        List<Tally<C, S, O, R>> tallies = new ArrayList<>();
        boolean goesOn = true;
        for (int i = 0; goesOn && i < budget.seeds(); i++) {
            int before = i;
            Progress its = (done, total) -> progress.advanced(before * total + done, budget.seeds() * total);
            Campaign<C, S, O, R> campaign = i == 0 ? first : new Campaign<>(first.trial(), seed + i, jobs, failsFast);
            Tally<C, S, O, R> tally = steps == 0
                    ? campaign.run(schedules, stop, its)
                    : campaign.runSteps(steps / budget.seeds() + 1, stop, its);
            tallies.add(tally);
            goesOn = !stop.requested() && !(failsFast && tally.isBroken());
        }
        return tallies;
    }
}
