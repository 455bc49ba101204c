package dev.halflife.sim.museum;

import java.util.List;

/**
 * What the hunts for one defect came to, over all seeds. Written as JSON.
 *
 * @param component whose defect it is
 * @param id the defect
 * @param sentence what is wrong with it
 * @param origin {@code historic} or {@code invented}
 * @param rule the rule that has to convict it
 * @param owner the engine that has to find it
 * @param contract what it is held to
 * @param budget how many schedules a hunt may take
 * @param verdict {@code caught} with every seed; or, with the first seed that did not: {@code misnamed}, only other rules
 *     convicted it; {@code acquitted}, it went wrong and no judge said so; {@code harmless}, its faulty line ran and
 *     nothing came of it; {@code dormant}, the line never ran; or {@code elsewhere}, which needs threads
 * @param seeds how many hunts there were
 * @param caught how many of them convicted it by its rule
 * @param schedules how many were run, over all hunts
 * @param reached in how many of them the faulty line ran
 * @param triggered in how many a reply was wrong
 * @param detected in how many a judge said so
 * @param schedulesToCatch how many a hunt took
 * @param millisToCatch how long a hunt took, in milliseconds of wall time, shrinking not counted
 * @param steps operations of the shrunk counterexamples
 * @param alsoNamed other rules that convicted it before its own did
 */
public record DefectRecord(
        String component,
        String id,
        String sentence,
        String origin,
        String rule,
        String owner,
        String contract,
        long budget,
        String verdict,
        int seeds,
        int caught,
        long schedules,
        long reached,
        long triggered,
        long detected,
        Spread schedulesToCatch,
        Spread millisToCatch,
        Spread steps,
        List<String> alsoNamed) {

    /** Whether it is no reason for a run to be red: caught, or not run here. */
    public boolean asExpected() {
        return verdict.equals("caught") || verdict.equals("elsewhere");
    }

    /** Whether it was hunted here. */
    public boolean hunted() {
        return !verdict.equals("elsewhere");
    }
}
