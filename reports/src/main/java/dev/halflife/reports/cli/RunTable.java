package dev.halflife.reports.cli;

import dev.halflife.sim.gate.RunRecord.EngineRecord;

/** How the engines of a run are laid out as lines while it goes on. */
interface RunTable {

    /** An engine of this component begins. */
    void begins(String component);

    /** An engine is done. */
    void done(EngineRecord record);

    /** No more engines come. */
    default void ends() {}
}
