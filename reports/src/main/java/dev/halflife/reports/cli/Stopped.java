package dev.halflife.reports.cli;

import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import java.util.ArrayList;
import java.util.List;

/** A run that somebody stopped proves nothing but what it broke: what had not come to its end is undecided. */
final class Stopped {

    private Stopped() {}

    /** The record, the engines from {@code first} on having been stopped. */
    static RunRecord from(int first, RunRecord run) {
        List<EngineRecord> engines = new ArrayList<>(run.engines());
        for (int i = first; i < engines.size(); i++) {
            engines.set(i, engine(engines.get(i)));
        }
        boolean violated = engines.stream()
                .anyMatch(engine -> !engine.asExpected() && !engine.verdict().equals("undecided"));
        return new RunRecord(
                run.format(),
                run.command(),
                run.seed(),
                run.budget(),
                run.digest(),
                violated ? "violated" : "undecided",
                run.wallMillis(),
                run.components(),
                engines);
    }

    /** The record of one engine that was stopped. */
    static EngineRecord engine(EngineRecord engine) {
        boolean broken = engine.expected().equals("holds") && engine.verdict().equals("violated");
        return new EngineRecord(
                engine.component(),
                engine.engine(),
                engine.bound() + ", stopped early",
                engine.subject(),
                engine.contract(),
                engine.expected(),
                broken ? "violated" : "undecided",
                false,
                engine.schedules(),
                engine.steps(),
                engine.simulatedNanos(),
                engine.wallMillis(),
                engine.digest(),
                engine.exercised(),
                engine.undecided(),
                engine.missing(),
                engine.counterexamples());
    }
}
