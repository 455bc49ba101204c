package dev.halflife.reports.cli;

import dev.halflife.reports.text.Verdicts;
import dev.halflife.sim.gate.Records;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.shard.CampaignId;
import dev.halflife.sim.shard.CampaignResult;
import dev.halflife.sim.shard.Cell;
import dev.halflife.sim.shard.ResultFile;
import dev.halflife.sim.shard.Shard;
import dev.halflife.sim.shard.ShardRun;
import dev.halflife.sim.text.Quantity;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One shard of a campaign. What it came to is written down as it goes, each time the whole file at once, so that a shard
 * that is killed and run again goes on from there. Nothing is shrunk: that is for who merges.
 *
 * @param surroundings the world outside
 * @param shard which
 * @param jobs how many threads
 * @param json whether a program reads the result
 */
record ShardHunt(Surroundings surroundings, Shard shard, int jobs, boolean json) {

    private static final long WRITE_NANOS = 1_000_000_000L;

    /**
     * What became of the shard, for a program.
     *
     * @param shard which, as {@code 3/64}
     * @param file where it is written down
     * @param cells how many of its cells are done
     * @param ofCells how many it has
     * @param schedules how many were run
     * @param steps how many replies were judged
     * @param broken the rules broken, by component; those without are left out
     */
    record ShardRecord(
            String shard,
            String file,
            long cells,
            long ofCells,
            long schedules,
            long steps,
            Map<String, List<String>> broken) {}

    /**
     * Runs what is left of it. Exit status 0 once that is done, whether something broke or not: a scheduler that takes
     * any other for a failure would have it run again.
     */
    int run(CampaignId id, String out) {
        Folder folder = new Folder("--out", out);
        String name = "shard-" + shard.index() + "-of-" + shard.of() + ".json";
        CampaignResult begun = begun(id, folder.file(name));
        surroundings.interrupt().heed();
        long begin = surroundings.millis();
        ShardRun run = new ShardRun(begun, shard, jobs, surroundings.stop());
        long[] written = {surroundings.nanos().getAsLong()};
        try (Meter meter = new Meter(surroundings, "  shard " + shard, json)) {
            run.run((done, total) -> {
                long now = surroundings.nanos().getAsLong();
                if (now - written[0] >= WRITE_NANOS) {
                    folder.write(name, ResultFile.text(run.soFar()));
                    written[0] = now;
                }
                meter.advanced(done, total);
            });
        }
        CampaignResult result = run.soFar();
        folder.write(name, ResultFile.text(result));
        ShardRecord record = record(result, folder.file(name));
        if (json) {
            surroundings.out().println(Json.text(record));
        } else {
            print(record, begun.cells().size(), surroundings.millis() - begin, id.seed());
        }
        return record.cells() == record.ofCells() ? ExitCode.HOLDS : ExitCode.UNDECIDED;
    }

    /** What a run before this one has left. */
    private CampaignResult begun(CampaignId id, Path file) {
        CampaignResult none = CampaignResult.none(id, shard.of());
        if (!Files.exists(file)) {
            return none;
        }
        CampaignResult before = ResultSource.read(new Source(surroundings, file.toString()));
        Optional<String> difference = before.id().difference(id);
        if (difference.isPresent()) {
            throw new MalformedInput(
                    file + " is of another campaign: " + difference.get() + "; remove it or choose another --out");
        }
        return none.merge(before);
    }

    private ShardRecord record(CampaignResult result, Path file) {
        Map<String, List<String>> broken = new LinkedHashMap<>();
        long schedules = 0;
        long steps = 0;
        for (CampaignId.Entrant entrant : result.id().components()) {
            Cell total = result.total(entrant.name());
            if (!total.broken().isEmpty()) {
                broken.put(entrant.name(), Verdicts.inOrder(total.broken().keySet()));
            }
            schedules += total.sums().schedules();
            steps += total.sums().steps();
        }
        long missing = result.missing().stream()
                .filter(one -> one.shard().equals(shard))
                .mapToInt(CampaignResult.Missing::cells)
                .sum();
        return new ShardRecord(
                shard.toString(),
                surroundings.places().told(file),
                result.cells().size(),
                result.cells().size() + missing,
                schedules,
                steps,
                broken);
    }

    private void print(ShardRecord record, int before, long millis, long seed) {
        PrintWriter out = surroundings.out();
        if (before > 0) {
            out.println("went on after cell " + before + " of " + record.ofCells());
        }
        if (record.cells() < record.ofCells()) {
            out.println("stopped after cell " + record.cells() + " of " + record.ofCells()
                    + "; the same command goes on from there");
        }
        record.broken()
                .forEach((component, rules) -> out.println("broken   " + component + " " + String.join(" ", rules)));
        out.println("shard " + record.shard() + " · " + Quantity.of(record.schedules(), "schedule") + " · "
                + Quantity.of(record.steps(), "step") + " · seed " + Records.hex(seed) + " · " + Quantity.wall(millis));
        out.println("file     " + record.file());
        out.println("merge    "
                + surroundings
                        .places()
                        .command("merge " + record.file().replaceFirst("-\\d+(-of-\\d+\\.json)$", "-*$1")));
        out.flush();
    }
}
