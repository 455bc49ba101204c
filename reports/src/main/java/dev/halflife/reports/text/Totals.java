package dev.halflife.reports.text;

import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.text.Quantity;

/**
 * What all engines of a run come to.
 *
 * @param schedules how many were run
 * @param steps how many replies were judged
 * @param simulatedNanos how much virtual time went by
 */
public record Totals(long schedules, long steps, double simulatedNanos) {

    /** Of this run. */
    public static Totals of(RunRecord run) {
        return new Totals(
                run.engines().stream().mapToLong(EngineRecord::schedules).sum(),
                run.engines().stream().mapToLong(EngineRecord::steps).sum(),
                run.engines().stream().mapToDouble(EngineRecord::simulatedNanos).sum());
    }

    /** On one line; virtual time only where any went by. */
    public String line() {
        return Quantity.of(schedules, "schedule") + " · " + Quantity.of(steps, "step")
                + (simulatedNanos == 0 ? "" : " · " + Quantity.virtual(simulatedNanos) + " simulated");
    }
}
