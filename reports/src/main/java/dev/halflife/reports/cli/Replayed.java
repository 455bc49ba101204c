package dev.halflife.reports.cli;

import dev.halflife.model.Operation;
import dev.halflife.model.Violation;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.gate.RunRecord.TimelineRow;
import dev.halflife.sim.gate.ScheduleFile;
import dev.halflife.sim.json.Printable;
import dev.halflife.sim.run.Timeline;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.text.CounterexampleText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a saved schedule came to when it was run again.
 *
 * @param file where it was read from
 * @param heading who broke what, or that nothing is broken
 * @param verdict {@code holds}, {@code violated} or {@code undecided}
 * @param rule the id of the broken rule, or null
 * @param ruleText the broken rule in one sentence, or null
 * @param expected what the rule allows, or null
 * @param seen what was replied, or null
 * @param config the configuration in words
 * @param columns the titles of the timeline's cells
 * @param timeline the schedule in words
 * @param digest of the operations and replies; empty where undecided
 * @param asRecorded whether it ended as it did when it was saved, or null where it was run differently on purpose
 * @param comparison that in a sentence
 */
record Replayed(
        String file,
        String heading,
        String verdict,
        @Nullable String rule,
        @Nullable String ruleText,
        @Nullable String expected,
        @Nullable String seen,
        String config,
        List<String> columns,
        List<TimelineRow> timeline,
        String digest,
        @Nullable Boolean asRecorded,
        String comparison) {

    /** Runs a saved schedule by this trial, which may differ from the one it was saved with. */
    static <C, S, O extends Operation<O>, R> Replayed of(
            String file, Trial<C, S, O, R> trial, ScheduleFile<C, S, O, R> saved) {
        Trial.Verdict<C, O, R> verdict = trial.judge(saved.schedule());
        Violation violation = null;
        String digest = "";
        String word = "undecided";
        String ending = "undecided";
        if (verdict instanceof Trial.Verdict.Violated<C, O, R> violated) {
            violation = violated.violation();
            digest = Digest.hex(violated.digest());
            word = "violated";
            ending = violation.rule().id();
        } else if (verdict instanceof Trial.Verdict.Holds<C, O, R> holds) {
            digest = Digest.hex(holds.digest());
            word = "holds";
            ending = "holds";
        }
        String who = Printable.shortened(trial.subject()) + " ("
                + trial.component().name() + ", contract " + trial.contract() + ")";
        String heading = violation == null ? word + " for " + who : CounterexampleText.heading(ending, who);
        ScheduleFile.Ending recorded = saved.ending();
        boolean same = recorded.rule().equals(ending) && recorded.digest().equals(digest);
        Boolean asRecorded = trial.sameAs(saved.trial()) ? Boolean.valueOf(same) : null;
        return new Replayed(
                file,
                heading,
                word,
                violation == null ? null : ending,
                violation == null ? null : violation.rule().text(),
                violation == null ? null : violation.expected(),
                violation == null ? null : violation.seen(),
                trial.component().narration().config(saved.schedule().config()),
                trial.component().narration().columns(),
                rows(Timeline.of(trial, saved.schedule(), verdict)),
                digest,
                asRecorded,
                comparison(asRecorded, recorded, ending, digest, verdict));
    }

    private static List<TimelineRow> rows(Timeline timeline) {
        return timeline.rows().stream()
                .map(row -> new TimelineRow(row.time(), row.cells(), row.note(), row.broken()))
                .toList();
    }

    private static String comparison(
            @Nullable Boolean asRecorded,
            ScheduleFile.Ending recorded,
            String ending,
            String digest,
            Trial.Verdict<?, ?, ?> verdict) {
        if (verdict instanceof Trial.Verdict.Undecided<?, ?, ?> undecided) {
            return "undecided: " + undecided.why();
        }
        if (asRecorded == null) {
            return "not compared with the recording, which is of another subject or contract · digest " + digest;
        }
        if (asRecorded) {
            return "ends as recorded · digest " + digest;
        }
        return recorded.rule().equals(ending)
                ? "does not end as recorded: the replies differ, digest " + recorded.digest()
                        + " was recorded and this is " + digest
                : "does not end as recorded: " + words(recorded.rule()) + " was recorded and this is " + words(ending)
                        + " · digest " + digest;
    }

    private static String words(String ending) {
        return ending.equals("holds") ? "no violation" : "a violation of " + ending;
    }

    /** How the process is to end for this file. */
    int exitCode() {
        if (verdict.equals("undecided")) {
            return ExitCode.UNDECIDED;
        }
        return verdict.equals("violated") || Boolean.FALSE.equals(asRecorded) ? ExitCode.VIOLATED : ExitCode.HOLDS;
    }
}
