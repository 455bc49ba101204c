package dev.halflife.reports.text;

import dev.halflife.sim.Components;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.json.Printable;
import dev.halflife.sim.run.Subjects;

/**
 * Lines to paste. They are kept beside the record of a run, so that whoever draws it again, elsewhere, draws the same.
 *
 * @param halflife how the harness is started: {@code java -jar reports/target/halflife.jar}
 * @param folder where the run's files are, as seen from where that is typed
 */
public record Commands(String halflife, String folder) {

    /** The text as one word of a shell; with escapes, which bash and its like read, where it could not be shown. */
    public static String quoted(String word) {
        if (!Printable.inOneLine(word).equals(word)) {
            return "$'" + Printable.inOneLine(word.replace("\\", "\\\\").replace("'", "\\'")) + "'";
        }
        return word.matches("[\\w./:@%+=,~\\\\-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** Runs the same again, into the same folder. */
    public String again(RunRecord run) {
        // A component brings its world along, so the first of them names all; worlds can be asked for alone.
        boolean all = run.components().size()
                == Components.withWorlds(Components.all()).size();
        String chosen = all || run.components().isEmpty()
                ? ""
                : " --component " + quoted(run.components().get(0).name());
        return halflife + " " + run.command() + " --seed " + run.seed() + " --budget " + run.budget() + chosen
                + foreign(run) + " --out " + quoted(folder);
    }

    /** Replays a file of the run's directory, which a run of this subject has left. */
    public String replay(String file, String subject) {
        return halflife + " replay " + quoted(folder.equals(".") ? file : folder + "/" + file) + subject(subject);
    }

    /** The option that a file cannot stand for: what is to be run on somebody's machine a person says. */
    public static String subject(String subject) {
        return Subjects.isForeign(subject) ? " --subject " + quoted(subject) : "";
    }

    private static String foreign(RunRecord run) {
        return run.engines().stream()
                .filter(engine -> Subjects.isForeign(engine.subject()))
                .findFirst()
                .map(engine -> subject(engine.subject()) + " --contract " + engine.contract())
                .orElse("");
    }
}
