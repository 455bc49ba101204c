package dev.halflife.reports.chart;

import dev.halflife.sim.gate.RunRecord;

/**
 * One picture of the report. First come its numbers, the same on every run; then, from the numbers alone, what is said
 * below it and how it looks. A figure is a class of its own, named in its chapter.
 */
public interface Figure extends Picture {

    /** The component that it shows: it is left out of the report of a run without that. Empty where it shows the run. */
    String component();

    /**
     * The numbers: of subjects driven with fixed seeds, or of what the run found. No clock, no chance.
     *
     * @param run what ran; most figures do not look at it
     */
    Numbers numbers(RunRecord run);
}
