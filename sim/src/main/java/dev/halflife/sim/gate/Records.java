package dev.halflife.sim.gate;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.model.Rule;
import dev.halflife.sim.Components;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.component.Situation;
import dev.halflife.sim.gate.RunRecord.ComponentRecord;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.gate.RunRecord.RuleRecord;
import dev.halflife.sim.gate.RunRecord.SituationRecord;
import dev.halflife.sim.gate.RunRecord.TimelineRow;
import dev.halflife.sim.museum.Museum;
import dev.halflife.sim.run.Counterexample;
import dev.halflife.sim.run.Echoes;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Timeline;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.schedule.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Turns what engines found into records. */
public final class Records {

    /** The engine that hunts defects. */
    public static final String MUSEUM = "museum";

    private static final String NOTHING_RUN = "no schedule was run to its end";

    private Records() {}

    /**
     * The record of one engine's tally.
     *
     * @param shrunk what the tally has broken, made small, in its order
     * @param toShow the findings that must be among the broken rules; empty where the subject is to hold
     */
    public static <C, S, O extends Operation<O>, R> EngineRecord engine(
            Trial<C, S, O, R> trial,
            String engine,
            String bound,
            Tally<C, S, O, R> tally,
            List<Tally.Broken<C, S, O, R>> shrunk,
            List<String> toShow,
            long wallMillis) {
        List<CounterexampleRecord> counterexamples = new ArrayList<>();
        List<String> missing = new ArrayList<>(toShow);
        for (int i = 0; i < shrunk.size(); i++) {
            Tally.Broken<C, S, O, R> broken = shrunk.get(i);
            missing.remove(broken.first().violation().rule().id());
            Counterexample<C, S, O, R> found = tally.broken().get(i).first();
            // A cause shows at least as often as its echo.
            List<Rule> likelier = shrunk.stream()
                    .filter(other -> other.schedules() >= broken.schedules())
                    .sorted(Comparator.comparingLong((Tally.Broken<C, S, O, R> other) -> -other.schedules()))
                    .map(other -> other.first().violation().rule())
                    .toList();
            String cause = Echoes.causeOf(List.of(broken.first(), found), likelier)
                    .map(Rule::id)
                    .orElse("");
            counterexamples.add(counterexample(broken.first(), broken.schedules(), cause));
        }
        boolean none = tally.schedules() == 0;
        boolean open = none || tally.undecided() > 0;
        String verdict = !counterexamples.isEmpty() ? "violated" : open ? "undecided" : "holds";
        boolean asExpected = toShow.isEmpty() ? verdict.equals("holds") : missing.isEmpty();
        return new EngineRecord(
                trial.component().name(),
                engine,
                bound,
                trial.subject(),
                trial.contract().toString(),
                toShow.isEmpty() ? "holds" : "violated",
                verdict,
                asExpected,
                tally.schedules(),
                tally.steps(),
                nanos(tally.simulated()),
                wallMillis,
                Digest.hex(tally.digest()),
                exercised(trial, tally.exercised()),
                tally.undecided(),
                Objects.requireNonNullElse(tally.firstUndecided(), none ? NOTHING_RUN : ""),
                missing,
                List.of(),
                List.of(),
                counterexamples);
    }

    private static double nanos(Duration span) {
        return span.getSeconds() * 1e9 + span.getNano();
    }

    /** The record of a tour of the museum: as expected where every defect was caught by the rule that it claims to break. */
    static EngineRecord museum(
            Component<?, ?, ?, ?> component, Museum.Tour<?, ?, ?, ?> tour, int seeds, long wallMillis) {
        List<String> missing = new ArrayList<>(tour.missed());
        missing.addAll(tour.unhunted());
        return new EngineRecord(
                component.name(),
                MUSEUM,
                component.defects().size() + " defects, " + seeds + (seeds == 1 ? " seed" : " seeds"),
                "defects",
                "their own",
                "violated",
                tour.unhunted().isEmpty() ? "violated" : "undecided",
                missing.isEmpty(),
                tour.schedules(),
                tour.replies(),
                0,
                wallMillis,
                Digest.hex(tour.digest()),
                List.of(),
                0,
                "",
                missing,
                List.of(),
                tour.records(),
                List.of());
    }

    /** The same record with the situations its component must meet: one that was never met is not as expected. */
    static <C, S, O extends Operation<O>, R> EngineRecord withSituations(
            EngineRecord record, Campaign<C, S, O, R> campaign, Tally<C, S, O, R> tally) {
        List<SituationRecord> situations = new ArrayList<>();
        List<Situation<C, S, O, R>> asked = campaign.trial().component().situations();
        for (int i = 0; i < asked.size(); i++) {
            long first = tally.firstMetBy(i);
            String document = tally.metBy(i) == 0 ? "" : file(campaign, first).toText();
            situations.add(
                    new SituationRecord(asked.get(i).id(), asked.get(i).text(), tally.metBy(i), first, document));
        }
        return record.with(situations);
    }

    private static List<String> exercised(Trial<?, ?, ?, ?> trial, long bits) {
        return trial.rules().stream()
                .filter(rule -> (bits & rule.bit()) != 0)
                .map(Rule::id)
                .toList();
    }

    /** One schedule of a campaign, to be saved. */
    private static <C, S, O extends Operation<O>, R> ScheduleFile<C, S, O, R> file(
            Campaign<C, S, O, R> campaign, long index) {
        Schedule<C, O> schedule = campaign.schedule(index);
        Trial.Verdict<C, O, R> verdict = campaign.trial().judge(schedule);
        String rule = verdict.violated()
                .map(violated -> violated.violation().rule().id())
                .orElse("holds");
        long digest = verdict instanceof Trial.Verdict.Holds<C, O, R> holds
                ? holds.digest()
                : verdict.violated().map(Trial.Verdict.Violated::digest).orElse(0L);
        return new ScheduleFile<>(
                campaign.trial(),
                schedule,
                new ScheduleFile.Ending(
                        rule,
                        Digest.hex(digest),
                        "fuzz",
                        campaign.seed(),
                        index,
                        schedule.operations().size()));
    }

    /** The record of one counterexample as it is, of a rule that is taken for a cause. */
    public static <C, S, O extends Operation<O>, R> CounterexampleRecord counterexample(
            Counterexample<C, S, O, R> found, long schedulesBroken) {
        return counterexample(found, schedulesBroken, "");
    }

    private static <C, S, O extends Operation<O>, R> CounterexampleRecord counterexample(
            Counterexample<C, S, O, R> found, long schedulesBroken, String echoOf) {
        Trial<C, S, O, R> trial = found.trial();
        ScheduleFile<C, S, O, R> file = ScheduleFile.of(found);
        List<TimelineRow> rows = new ArrayList<>();
        Timeline timeline = Timeline.of(found);
        for (Timeline.Row row : timeline.rows()) {
            rows.add(new TimelineRow(row.time(), row.cells(), row.note(), row.broken()));
        }
        return new CounterexampleRecord(
                found.violation().rule().id(),
                found.violation().rule().text(),
                trial.component().name(),
                trial.subject(),
                trial.contract().toString(),
                found.violation().expected(),
                found.violation().seen(),
                trial.component().narration().config(found.schedule().config()),
                timeline.columns(),
                rows,
                schedulesBroken,
                echoOf,
                found.foundLength(),
                hex(found.origin().seed()),
                found.origin().index(),
                file.fileName(),
                file.toText(),
                found.trace(),
                found.cut());
    }

    /** A component and its rules, with what these engines put to the test. */
    public static <C, S, O extends Operation<O>, R> ComponentRecord component(
            Component<C, S, O, R> component, List<EngineRecord> engines) {
        Set<String> exercised = new LinkedHashSet<>();
        engines.forEach(engine -> exercised.addAll(engine.exercised()));
        C config = component.exploration().configs(1).get(0);
        List<RuleRecord> rules = new ArrayList<>();
        List<Rule> untested = Museum.untested(component, Components.withWorlds(Components.all()));
        for (Rule rule : component.spec(config, Contract.strict()).rules()) {
            rules.add(new RuleRecord(rule.id(), rule.text(), exercised.contains(rule.id()), !untested.contains(rule)));
        }
        return new ComponentRecord(component.name(), rules);
    }

    /** A seed as it is written on the command line. */
    public static String hex(long seed) {
        return "0x" + Long.toHexString(seed);
    }
}
