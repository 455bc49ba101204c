package dev.halflife.reports.cli;

import dev.halflife.reports.change.Changes;
import dev.halflife.reports.text.Verdicts;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.text.Quantity;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The report of a run that is over, drawn again. */
@Command(
        description = {
            "Draws the report of a run again, from its records.",
            "Reads run.json, and where they are there previous.json, the run before, and stress.json, and writes beside them: index.html, its"
                    + " figures, summary.md for the page of a build job, junit.xml for a build server, and the"
                    + " counterexamples. The same records give the same bytes. Exit status is the run's own."
        },
        footer = {"", "Example:", "  java -jar reports/target/halflife.jar report reports/target/report"})
final class ReportCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "DIR",
            defaultValue = "halflife-report",
            description = "where gate has left its records (default: halflife-report)")
    private String directory = "halflife-report";

    @Mixin
    private JsonOption json = new JsonOption();

    ReportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Folder folder = new Folder("DIR", directory);
        SavedRun saved = new SavedRuns(surroundings, folder).last();
        Changes changes = new ReportFiles(surroundings, folder).write(saved);
        RunRecord run = saved.run();
        if (json.json()) {
            surroundings.out().println(Json.text(changes));
        } else {
            surroundings
                    .out()
                    .println(Verdicts.sign(run.verdict()) + " " + Verdicts.headline(run) + " · seed " + run.seed()
                            + " · " + Quantity.wall(run.wallMillis()));
            surroundings.out().println("report   " + surroundings.places().told(folder.file("index.html")));
        }
        return ExitCode.of(run.verdict());
    }
}
