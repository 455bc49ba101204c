package dev.halflife.sim.gate;

import dev.halflife.sim.json.Printable;
import dev.halflife.sim.museum.DefectRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run leaves behind: all that a report, a console table or a build server shows. Written as JSON.
 *
 * @param format {@link #FORMAT}
 * @param command the command that ran
 * @param seed the seed of all campaigns, as {@code 0x…}
 * @param budget {@code quick} or {@code full}
 * @param digest of every event of the run, 16 hex digits; the same for the same seed and budget
 * @param verdict {@code holds}, {@code violated} or {@code undecided}
 * @param wallMillis how long it took, in milliseconds
 * @param components the components, with their rules
 * @param engines what each engine did, in order
 */
public record RunRecord(
        String format,
        String command,
        String seed,
        String budget,
        String digest,
        String verdict,
        long wallMillis,
        List<ComponentRecord> components,
        List<EngineRecord> engines) {

    /** The format of these records. */
    public static final String FORMAT = "halflife-run/2";

    /** The verdict of a run of these engines: red beats undecided beats green. */
    public static String verdict(List<EngineRecord> engines) {
        boolean violated = engines.stream()
                .anyMatch(engine -> !engine.asExpected() && !engine.verdict().equals("undecided"));
        boolean green = engines.stream().allMatch(EngineRecord::asExpected);
        return violated ? "violated" : green ? "holds" : "undecided";
    }

    /** The same run, its engines from {@code first} on having been stopped. */
    public RunRecord stoppedFrom(int first) {
        List<EngineRecord> changed = new ArrayList<>(engines.subList(0, first));
        engines.subList(first, engines.size()).forEach(engine -> changed.add(engine.stopped()));
        return new RunRecord(format, command, seed, budget, digest, verdict(changed), wallMillis, components, changed);
    }

    /**
     * A component and its rules.
     *
     * @param name the component
     * @param rules in the order of the specification
     */
    public record ComponentRecord(String name, List<RuleRecord> rules) {}

    /**
     * A rule.
     *
     * @param id such as {@code D4}
     * @param text in one sentence
     * @param exercised whether any engine put it to the test
     * @param broken whether a defect of the museum breaks it; of one that none does nothing shows that it convicts
     */
    public record RuleRecord(String id, String text, boolean exercised, boolean broken) {}

    /**
     * One engine over one subject of one component under one contract.
     *
     * @param component the component
     * @param engine {@code explore}, {@code fuzz} or {@code museum}
     * @param bound the engine's bound in words, such as {@code depth 4, 2 keys}
     * @param subject the subject
     * @param contract the contract
     * @param expected {@code holds}, or {@code violated} where findings are to be shown or defects caught
     * @param verdict {@code holds}, {@code violated} or {@code undecided}
     * @param asExpected whether this engine lets the gate be green
     * @param schedules how many were run
     * @param steps how many replies were judged
     * @param simulatedNanos how much virtual time went by; more than fits a long
     * @param wallMillis how long it took
     * @param digest of its events
     * @param exercised the ids of the rules it put to the test
     * @param undecided how many schedules could not be judged to their end
     * @param undecidedBecause why the first of them could not; empty where all were
     * @param missing the ids of the findings that were to be shown, or of the defects that were to be caught, and were not
     * @param situations what it had to meet and how often it did; empty where nothing was asked
     * @param defects what became of each defect; empty but for the museum
     * @param counterexamples the shrunk counterexample per broken rule
     */
    public record EngineRecord(
            String component,
            String engine,
            String bound,
            String subject,
            String contract,
            String expected,
            String verdict,
            boolean asExpected,
            long schedules,
            long steps,
            double simulatedNanos,
            long wallMillis,
            String digest,
            List<String> exercised,
            long undecided,
            String undecidedBecause,
            List<String> missing,
            List<SituationRecord> situations,
            List<DefectRecord> defects,
            List<CounterexampleRecord> counterexamples) {

        /** The subject as it is shown: a command may be anything, and long. */
        public String who() {
            return Printable.shortened(subject);
        }

        /** With what it had to meet: a situation never met is not as expected. */
        EngineRecord with(List<SituationRecord> met) {
            boolean all = met.stream().noneMatch(situation -> situation.schedules() == 0);
            return changed(bound, verdict, asExpected && all, met);
        }

        /** As the record of an engine that somebody stopped: it proves nothing but what it broke. */
        public EngineRecord stopped() {
            boolean broken = expected.equals("holds") && verdict.equals("violated");
            return changed(bound + ", stopped early", broken ? "violated" : "undecided", false, situations);
        }

        private EngineRecord changed(
                String itsBound, String itsVerdict, boolean itsAsExpected, List<SituationRecord> met) {
            return new EngineRecord(
                    component,
                    engine,
                    itsBound,
                    subject,
                    contract,
                    expected,
                    itsVerdict,
                    itsAsExpected,
                    schedules,
                    steps,
                    simulatedNanos,
                    wallMillis,
                    digest,
                    exercised,
                    undecided,
                    undecidedBecause,
                    missing,
                    met,
                    defects,
                    counterexamples);
        }

        /** The ids of the situations that were never met. */
        public List<String> unseen() {
            return situations.stream()
                    .filter(situation -> situation.schedules() == 0)
                    .map(SituationRecord::id)
                    .toList();
        }
    }

    /**
     * A situation that a campaign had to meet.
     *
     * @param id short and stable
     * @param text what it is
     * @param schedules how many schedules met it
     * @param first the index of the first of them; 0 where there is none
     * @param document that schedule, as a file; empty where there is none
     */
    public record SituationRecord(String id, String text, long schedules, long first, String document) {}

    /**
     * A shrunk counterexample.
     *
     * @param rule the id of the broken rule
     * @param ruleText the rule in one sentence
     * @param component who
     * @param subject who
     * @param contract by what
     * @param expected what the rule allows
     * @param seen what was replied
     * @param config the configuration in words
     * @param columns the titles of the timeline's cells
     * @param timeline the schedule in words
     * @param schedulesBroken how many schedules broke the rule
     * @param echoOf the rule whose breach this one is only an echo of; empty where it is a cause, see {@code sim.run.Echoes}
     * @param foundLength operations when it was found
     * @param seed the seed of the campaign, as {@code 0x…}
     * @param index which of its schedules
     * @param fileName what the schedule is saved as
     * @param document the schedule, as saved
     * @param trace the replies of a foreign subject up to where it failed, as a trace; empty where it broke a rule
     * @param cut whether there was no time to make it as small as possible
     */
    public record CounterexampleRecord(
            String rule,
            String ruleText,
            String component,
            String subject,
            String contract,
            String expected,
            String seen,
            String config,
            List<String> columns,
            List<TimelineRow> timeline,
            long schedulesBroken,
            String echoOf,
            int foundLength,
            String seed,
            long index,
            String fileName,
            String document,
            String trace,
            boolean cut) {}

    /**
     * One line of a timeline.
     *
     * @param time since the schedule began
     * @param cells what was done and what came of it, a cell a column
     * @param note the state afterwards, or what was expected
     * @param broken whether this reply breaks the rule
     */
    public record TimelineRow(String time, List<String> cells, String note, boolean broken) {}
}
