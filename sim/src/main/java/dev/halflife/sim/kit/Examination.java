package dev.halflife.sim.kit;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.model.Rule;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.explore.Explorer;
import dev.halflife.sim.gate.Corpus;
import dev.halflife.sim.gate.Records;
import dev.halflife.sim.gate.ScheduleFile;
import dev.halflife.sim.run.Counterexample;
import dev.halflife.sim.run.Hunting;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.shrink.Shrinking;
import dev.halflife.sim.subject.SubjectRule;
import dev.halflife.sim.text.CounterexampleText;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** Runs what is to be run once, and has a test for each rule that says what came of it. */
final class Examination<C, S, O extends Operation<O>, R> {

    private static final long SECOND_NANOS = 1_000_000_000;

    private final Settings settings;
    private final Trial<C, S, O, R> trial;
    private final List<? extends Rule> rules;
    private final List<String> unsupported;
    private final Clock clock;
    private final Map<String, Tally.Broken<C, S, O, R>> broken = new TreeMap<>();
    private long exercised;
    private long schedules;
    private long undecided;
    private @Nullable String firstUndecided;

    private Examination(Component<C, S, O, R> component, RuleTests<C, O, R> tests) {
        this.settings = Settings.of(tests.getClass());
        this.clock = tests.clock();
        Without<O> without =
                new Without<>(component.codec(), List.of(settings.values().without()));
        Guest<C, S, O, R> guest = new Guest<>(component, tests::subject, without);
        String name = tests.getClass().getSimpleName();
        this.trial = new Trial<>(guest, name.isEmpty() ? tests.getClass().getName() : name, settings.contract());
        C any = component.exploration().configs(1).get(0);
        this.rules = component.spec(any, Contract.strict()).rules();
        this.unsupported = settings.unsupported(rules);
    }

    /** What came of running these tests' subject. */
    static <C, O extends Operation<O>, R> Examination<C, ?, O, R> of(RuleTests<C, O, R> tests) {
        return run(tests.component(), tests);
    }

    private static <C, S, O extends Operation<O>, R> Examination<C, S, O, R> run(
            Component<C, S, O, R> component, RuleTests<C, O, R> tests) {
        Examination<C, S, O, R> examination = new Examination<>(component, tests);
        examination.run();
        return examination;
    }

    private void run() {
        HalflifeTest values = settings.values();
        Corpus corpus = settings.corpus();
        if (corpus != null) {
            take(Corpus.tally(trial, corpus.of(trial), Parallel.Stop.NEVER), corpus);
        }
        int depth = trial.component().exploration().depth(values.depth());
        take(
                new Explorer<>(trial, depth, values.keys(), values.jobs()).run(Parallel.Stop.NEVER, Progress.NONE),
                corpus);
        long length = trial.component().workload().schedules(values.schedules());
        take(
                new Campaign<>(trial, values.seed(), values.jobs()).run(length, Parallel.Stop.NEVER, Progress.NONE),
                corpus);
    }

    /** Takes in what an engine found, and keeps it in the corpus before anybody is told; a shape that is there stays. */
    private void take(Tally<C, S, O, R> tally, @Nullable Corpus corpus) {
        exercised |= tally.exercised();
        schedules += tally.schedules();
        undecided += tally.undecided();
        firstUndecided = firstUndecided == null ? tally.firstUndecided() : firstUndecided;
        Shrinking shrinking =
                new Shrinking(this::nanos, () -> settings.values().shrinkSeconds() * SECOND_NANOS, Parallel.Stop.NEVER);
        List<Tally.Broken<C, S, O, R>> unknown = new ArrayList<>();
        for (Tally.Broken<C, S, O, R> found : tally.broken()) {
            Tally.Broken<C, S, O, R> known = broken.get(id(found));
            if (known == null) {
                unknown.add(found);
            } else {
                broken.put(
                        id(found),
                        new Tally.Broken<>(known.first(), known.detection().plus(found.detection())));
            }
        }
        for (Tally.Broken<C, S, O, R> found : shrinking.shrink(unknown, Hunting.PLAIN, Progress.NONE)) {
            String id = id(found);
            broken.put(id, found);
            if (corpus != null && !unsupported.contains(id)) {
                corpus.keep(ScheduleFile.of(found.first()), clock.instant());
            }
        }
    }

    private static String id(Tally.Broken<?, ?, ?, ?> found) {
        return found.first().violation().rule().id();
    }

    private long nanos() {
        Instant now = clock.instant();
        return now.getEpochSecond() * SECOND_NANOS + now.getNano();
    }

    /** A test for each rule, in the order of the specification; then those that every subject has. */
    List<DynamicTest> tests() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Rule rule : rules) {
            tests.add(DynamicTest.dynamicTest(rule.id() + " " + rule.text(), () -> conclude(rule)));
        }
        for (SubjectRule rule : SubjectRule.values()) {
            if (rule == SubjectRule.ANSWERS || broken.containsKey(rule.id())) {
                tests.add(DynamicTest.dynamicTest(rule.text(), () -> failIfBroken(rule.id())));
            }
        }
        tests.add(DynamicTest.dynamicTest("every schedule can be judged to its end", this::failIfUndecided));
        return tests;
    }

    private void conclude(Rule rule) {
        if (unsupported.contains(rule.id())) {
            Assumptions.abort(rule.id() + " is declared unsupported" + where(rule.id()));
        }
        failIfBroken(rule.id());
        if ((exercised & rule.bit()) == 0) {
            Assumptions.abort("none of " + schedules + " schedules put " + rule.id() + " to the test");
        }
    }

    private String where(String id) {
        Tally.Broken<C, S, O, R> found = broken.get(id);
        return found == null ? "" : "; broken in " + found.schedules() + " of " + schedules + " schedules";
    }

    private void failIfBroken(String id) {
        Tally.Broken<C, S, O, R> found = broken.get(id);
        if (found != null) {
            Assertions.fail(CounterexampleText.of(
                    Records.counterexample(found.first(), found.schedules()),
                    found.first().origin().engine(),
                    again(found.first())));
        }
    }

    private String again(Counterexample<C, S, O, R> shrunk) {
        Corpus corpus = settings.corpus();
        if (corpus == null) {
            return "run this test again, with seed = " + settings.values().seed();
        }
        Path kept = corpus.folder().resolve(ScheduleFile.of(shrunk).corpusName());
        return "run this test again: it tries " + kept + " first";
    }

    private void failIfUndecided() {
        if (undecided > 0) {
            Assumptions.abort(
                    undecided + " of " + schedules + " schedules were judged only in part: " + firstUndecided);
        }
    }
}
