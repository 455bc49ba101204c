package dev.halflife.reports.text;

import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.ComponentRecord;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.gate.RunRecord.RuleRecord;
import dev.halflife.sim.gate.RunRecord.SituationRecord;
import dev.halflife.sim.gate.RunRecord.TimelineRow;
import dev.halflife.sim.museum.DefectRecord;
import dev.halflife.sim.museum.Spread;
import java.util.List;

/** Records written by hand, of a component that does not exist. */
public final class Samples {

    private Samples() {}

    /** A counterexample of five operations. */
    public static CounterexampleRecord counterexample() {
        return new CounterexampleRecord(
                "T4",
                "a removed key leaves no mark",
                "lamp",
                "published",
                "strict",
                "a1 → 1.0",
                "nothing",
                "cap 1 · half-life 1 min",
                List.of("operation", "reply"),
                List.of(
                        new TimelineRow("0 s", List.of("bump     a1", "rate 1.0"), "", false),
                        new TimelineRow("0 s", List.of("tick     #1", "a1 → 1.0"), "in flight: a1", false),
                        new TimelineRow("65 min", List.of("remove   a1", ""), "", false),
                        new TimelineRow("65 min", List.of("tick     #2", "nothing"), "expected: a1 → 1.0", true)),
                12,
                "",
                214,
                "0x2a5f",
                17,
                "T4-published-lamp.json",
                "{}\n",
                "",
                false);
    }

    /** A counterexample of another rule that so many schedules broke, an echo or, where that is empty, a cause. */
    public static CounterexampleRecord counterexample(String rule, long schedulesBroken, String echoOf) {
        CounterexampleRecord t4 = counterexample();
        return new CounterexampleRecord(
                rule,
                t4.ruleText(),
                t4.component(),
                t4.subject(),
                t4.contract(),
                t4.expected(),
                t4.seen(),
                t4.config(),
                t4.columns(),
                t4.timeline(),
                schedulesBroken,
                echoOf,
                t4.foundLength(),
                t4.seed(),
                t4.index(),
                rule + "-published-lamp.json",
                t4.document(),
                t4.trace(),
                t4.cut());
    }

    /** A run with this one check, red or green. */
    public static RunRecord run(boolean green, CounterexampleRecord... counterexamples) {
        String verdict = green ? "holds" : "violated";
        return run(engine("holds", verdict, green, List.of(), List.of(), counterexamples));
    }

    /** A check of the lamp. */
    public static EngineRecord engine(
            String expected,
            String verdict,
            boolean asExpected,
            List<String> missing,
            List<SituationRecord> situations,
            CounterexampleRecord... counterexamples) {
        return new EngineRecord(
                "lamp",
                "fuzz",
                "640 schedules",
                "published",
                "strict",
                expected,
                verdict,
                asExpected,
                640,
                20_480,
                1_000_000_000L,
                1234,
                "0123456789abcdef",
                List.of("T4"),
                verdict.equals("undecided") ? 3 : 0,
                verdict.equals("undecided") ? "two keys, one place" : "",
                missing,
                situations,
                List.of(),
                List.of(counterexamples));
    }

    /** A situation that so many schedules met. */
    public static SituationRecord situation(String id, long schedules) {
        return new SituationRecord(id, "the " + id + " is on", schedules, 0, "");
    }

    /** A run with this one check. */
    public static RunRecord run(EngineRecord engine) {
        return new RunRecord(
                RunRecord.FORMAT,
                "gate",
                "0x1",
                "quick",
                "0123456789abcdef",
                RunRecord.verdict(List.of(engine)),
                1234,
                List.of(new ComponentRecord(
                        "lamp",
                        List.of(
                                new RuleRecord("T4", "a removed key leaves no mark", true, true),
                                new RuleRecord("T5", "nothing is lost", false, false)))),
                List.of(engine));
    }

    /** A run of the museum that caught one defect of two. */
    public static RunRecord museum() {
        EngineRecord engine = new EngineRecord(
                "lamp",
                "museum",
                "2 defects, 3 seeds",
                "defects",
                "their own",
                "violated",
                "violated",
                false,
                70,
                700,
                0,
                12,
                "0123456789abcdef",
                List.of(),
                0,
                "",
                List.of("bulb-burnt-out"),
                List.of(),
                List.of(defect("switch-stuck", "caught", 3), defect("bulb-burnt-out", "misnamed", 1)),
                List.of());
        return new RunRecord(
                RunRecord.FORMAT,
                "gate",
                "0x1",
                "quick",
                "0123456789abcdef",
                "violated",
                12,
                List.of(new ComponentRecord("lamp", List.of())),
                List.of(engine));
    }

    private static DefectRecord defect(String id, String verdict, int caught) {
        Spread spread = new Spread(2, 3, 4);
        return new DefectRecord(
                "lamp",
                id,
                "it stays dark",
                "invented",
                "L1",
                "campaign",
                "strict",
                100,
                verdict,
                3,
                caught,
                35,
                10,
                9,
                8,
                spread,
                spread,
                spread,
                List.of());
    }
}
