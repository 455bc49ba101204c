package dev.halflife.reports.cli;

import dev.halflife.sim.gate.Gate;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.run.Progress;

/** Saves what an engine has found before anybody is told of it, so that whatever ends the process loses nothing printed. */
record Saver(Gallery gallery, Gate.Listener told) implements Gate.Listener {

    @Override
    public Progress begins(String component, String engine, String subject, String contract) {
        return told.begins(component, engine, subject, contract);
    }

    @Override
    public void done(EngineRecord record) {
        gallery.save(record);
        told.done(record);
    }
}
