package dev.halflife.reports.html;

import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.run.Subjects;

/**
 * Lines to paste.
 *
 * @param halflife how the harness is started: {@code java -jar reports/target/halflife.jar}
 * @param folder where the page and its files are, as seen from where that is typed
 */
public record Commands(String halflife, String folder) {

    /** Runs the same again. */
    String again(RunRecord run) {
        return halflife + " " + run.command() + " --seed " + run.seed() + " --budget " + run.budget();
    }

    /** Replays a file of the page's directory. */
    String replay(String file, String subject) {
        String path = folder.equals(".") ? file : folder + "/" + file;
        return halflife + " replay " + (path.contains(" ") ? "'" + path + "'" : path)
                + (Subjects.isForeign(subject) ? " --subject '" + subject.replace("'", "'\\''") + "'" : "");
    }
}
