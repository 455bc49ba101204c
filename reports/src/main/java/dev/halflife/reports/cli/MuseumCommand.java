package dev.halflife.reports.cli;

import dev.halflife.model.Operation;
import dev.halflife.reports.text.DefectTable;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.gate.Records;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.museum.DefectRecord;
import dev.halflife.sim.museum.Museum;
import dev.halflife.sim.run.Counterexample;
import dev.halflife.sim.text.Columns;
import dev.halflife.sim.text.CounterexampleText;
import dev.halflife.sim.text.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The museum of defects. */
@Command(
        description = {
            "Hunts every defect that the harness claims to catch, and prints how long that takes.",
            "A defect is caught when the rule that it breaks convicts it within its budget; what another rule convicts on"
                    + " the way is noted. reached, wrong, named: in how many schedules its faulty line ran, a reply"
                    + " differed from its correct twin's, and a judge said so. schedules, ms: median and 95th percentile.",
            "Exit status 0 if all are caught with every seed."
        },
        footer = {
            "",
            "Example, showing how one defect is caught:",
            "  java -jar reports/target/halflife.jar museum --defect mark-leaked-on-removal"
        })
final class MuseumCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ComponentOption component = new ComponentOption();

    @Option(names = "--defect", paramLabel = "ID", description = "this one alone, with the schedule that convicts it")
    private @Nullable String defect;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "30",
            converter = WithinRange.Seeds.class,
            description = "hunts for each defect, with as many seeds (default: 30)")
    private long seeds = 30;

    @Mixin
    private SeedOption seed = new SeedOption();

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "where the directory counterexamples is made for what --defect shows (default: here)")
    private String out = ".";

    @Mixin
    private JsonOption json = new JsonOption();

    MuseumCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * What is printed for a program.
     *
     * @param seed of the first hunt for each defect
     * @param digest of everything but time
     * @param verdict {@code holds} where all were caught, {@code violated}, or {@code undecided} where it was stopped
     * @param defects one record each
     */
    record Result(String seed, String digest, String verdict, List<DefectRecord> defects) {}

    @Override
    public Integer call() {
        List<Component<?, ?, ?, ?>> components = component.components();
        String wanted = defect;
        if (wanted != null) {
            requireDefect(wanted, components);
        }
        surroundings.interrupt().heed();
        long begin = surroundings.millis();
        List<DefectRecord> records = new ArrayList<>();
        Digest digest = new Digest();
        boolean stopped = false;
        for (Component<?, ?, ?, ?> each : components) {
            stopped |= visit(each, records, digest);
        }
        boolean all = records.stream().allMatch(DefectRecord::asExpected);
        String verdict = !all ? "violated" : stopped ? "undecided" : "holds";
        Result result = new Result(Records.hex(seed.seed()), Digest.hex(digest.value()), verdict, records);
        if (json.json()) {
            surroundings.out().println(Json.text(result));
        } else {
            sum(result, surroundings.millis() - begin);
        }
        return ExitCode.of(verdict);
    }

    private static void requireDefect(String id, List<Component<?, ?, ?, ?>> components) {
        List<String> ids = components.stream()
                .flatMap(each -> each.defects().stream())
                .map(Defect::id)
                .toList();
        if (!ids.contains(id)) {
            throw new MalformedInput(
                    Choice.unknownDefect("--defect must be the id of a defect that list names: " + id, id, ids));
        }
    }

    /** Hunts one component's defects; whether somebody stopped it. */
    private <C, S, O extends Operation<O>, R> boolean visit(
            Component<C, S, O, R> of, List<DefectRecord> records, Digest digest) {
        if (!json.json() && of.defects().stream().anyMatch(this::isChosen)) {
            // The hunts may take half a minute.
            surroundings.out().println(surroundings.terminal().bold().apply(of.name()));
            surroundings.out().flush();
        }
        Museum museum = new Museum(seed.seed(), (int) seeds, jobs.jobs(), surroundings.nanos());
        Museum.Tour<C, S, O, R> tour;
        try (Meter meter = new Meter(surroundings, "  " + of.name() + " museum", json.json())) {
            tour = museum.tour(of, this::isChosen, surroundings.stop(), meter);
        }
        records.addAll(tour.records());
        digest.add(tour.digest());
        if (!json.json() && !tour.records().isEmpty()) {
            print(tour.records());
        }
        if (!json.json() && defect != null) {
            tour.counterexamples().forEach(found -> show(of, found));
        }
        return !tour.unhunted().isEmpty();
    }

    private boolean isChosen(Defect<?, ?, ?> candidate) {
        return defect == null || candidate.id().equals(defect);
    }

    private void print(List<DefectRecord> records) {
        Terminal terminal = surroundings.terminal();
        DefectTable table = new DefectTable(records);
        surroundings.out().println("  " + table.header());
        for (DefectRecord record : records) {
            String line = "  " + table.line(record);
            String told = record.asExpected() ? line : line + "  " + record.verdict() + others(record);
            surroundings
                    .out()
                    .println(record.asExpected() ? told : terminal.red().apply(told));
        }
        surroundings.out().println();
        surroundings.out().flush();
    }

    private static String others(DefectRecord record) {
        return record.alsoNamed().isEmpty() ? "" : " by " + String.join(" ", record.alsoNamed());
    }

    private <C, S, O extends Operation<O>, R> void show(Component<C, S, O, R> of, Counterexample<C, S, O, R> found) {
        CounterexampleRecord record = Records.counterexample(found, 1);
        of.defects().stream()
                .filter(candidate -> candidate.subject().equals(record.subject()))
                .forEach(shown -> Columns.wrap(
                                shown.id() + ", " + shown.origin().text() + ": " + shown.sentence(), Columns.SCREEN)
                        .forEach(surroundings.out()::println));
        Folder folder = new Folder("--out", out).within("counterexamples");
        folder.write(record.fileName(), record.document());
        surroundings.out().println();
        surroundings
                .out()
                .print(CounterexampleText.of(
                        record,
                        found.origin().engine(),
                        surroundings.places().replay(folder.file(record.fileName()), record.subject()),
                        surroundings.terminal().red()));
        surroundings.out().println();
    }

    private void sum(Result result, long wallMillis) {
        long hunted = result.defects().stream().filter(DefectRecord::hunted).count();
        long caught = result.defects().stream()
                .filter(record -> record.hunted() && record.asExpected())
                .count();
        String words = caught + " of " + Quantity.of(hunted, "defect") + " caught with "
                + (seeds == 1 ? "1 seed" : "each of " + Quantity.of(seeds, "seed"))
                + (result.verdict().equals("undecided") ? ", stopped early" : "");
        surroundings
                .out()
                .println(surroundings.terminal().verdict(result.verdict()).apply(words) + " · seed " + result.seed()
                        + " · " + Quantity.wall(wallMillis));
        surroundings.out().println("digest   " + result.digest());
        surroundings.out().flush();
    }
}
