package dev.halflife.reports.cli;

import dev.halflife.sim.gate.Corpus;
import dev.halflife.sim.gate.Gate;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.gate.ScheduleFile;
import dev.halflife.sim.run.Progress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Keeps what fails in a corpus before anybody is told of it, so that whatever ends the process loses no failure that was
 * printed. What was expected to fail, such as the port under the strict contract, is no failure.
 */
record Keeper(Corpus corpus, Gate.Listener told) implements Gate.Listener {

    @Override
    public Progress begins(String component, String engine, String subject, String contract) {
        return told.begins(component, engine, subject, contract);
    }

    @Override
    public void done(EngineRecord record) {
        if (record.expected().equals("holds")) {
            for (CounterexampleRecord found : record.counterexamples()) {
                corpus.keep(ScheduleFile.parse(found.document().getBytes(StandardCharsets.UTF_8)), Instant.now());
            }
        }
        told.done(record);
    }
}
