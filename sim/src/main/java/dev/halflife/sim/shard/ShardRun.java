package dev.halflife.sim.shard;

import dev.halflife.model.Operation;
import dev.halflife.sim.Components;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.shard.CampaignResult.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs the cells of a shard that are not there yet. Used by one thread. */
public final class ShardRun {

    /** What one task runs: enough to be worth handing out, few enough to be told to stop in between. */
    private static final long CHUNK = 64;

    private final CampaignResult begun;
    private final Shard shard;
    private final int jobs;
    private final Parallel.Stop stop;
    private final SortedMap<Place, Cell> cells;

    /** Goes on where {@code begun} stands; {@code jobs} is how many threads run it, at least 1. */
    public ShardRun(CampaignResult begun, Shard shard, int jobs, Parallel.Stop stop) {
        this.begun = begun;
        this.shard = shard;
        this.jobs = jobs;
        this.stop = stop;
        this.cells = new TreeMap<>(begun.cells());
    }

    /** Told on the thread that runs the shard of each cell that is done, of how many this shard has to do. */
    @FunctionalInterface
    public interface Listener {
        /** Tells nobody. */
        Listener NONE = (done, total) -> {};

        void cellDone(long done, long total);
    }

    /** Runs until all is done or it is told to stop; a cell that is not done by then is dropped. */
    public CampaignResult run(Listener listener) {
        List<Place> all = new ArrayList<>();
        for (int component = 0; component < begun.id().components().size(); component++) {
            all.addAll(left(component));
        }
        long total = all.size();
        long[] done = {0};
        for (int component = 0; component < begun.id().components().size(); component++) {
            String name = begun.id().components().get(component).name();
            run(Components.named(name), left(component), () -> listener.cellDone(++done[0], total));
        }
        return soFar();
    }

    /** What is done by now. */
    public CampaignResult soFar() {
        return new CampaignResult(begun.id(), begun.divisions(), cells);
    }

    private List<Place> left(int component) {
        List<Place> left = new ArrayList<>();
        for (int cell = shard.index(); cell < begun.id().cells().count(); cell += shard.of()) {
            Place place = new Place(component, cell);
            if (!cells.containsKey(place)) {
                left.add(place);
            }
        }
        return left;
    }

    private <C, S, O extends Operation<O>, R> void run(
            Component<C, S, O, R> component, List<Place> left, Runnable cellDone) {
        CampaignId id = begun.id();
        Trial<C, S, O, R> trial = id.trial(component);
        Campaign<C, S, O, R> campaign = new Campaign<>(trial, id.seed(), 1);
        // No cell is longer than the first; a chunk beyond the end of a shorter one is empty.
        long chunks = (id.cells().size(0) + CHUNK - 1) / CHUNK;
        Growing<C, S, O, R> growing = new Growing<>(trial);
        Parallel.inOrder(
                left.size() * chunks,
                jobs,
                stop,
                (task, over) -> {
                    int cell = left.get((int) (task / chunks)).cell();
                    long from = id.cells().from(cell) + task % chunks * CHUNK;
                    return campaign.part(from, Math.min(from + CHUNK, id.cells().from(cell + 1)));
                },
                tally -> {
                    growing.add(tally);
                    if (growing.chunks == chunks) {
                        cells.put(left.get(growing.done), growing.end());
                        cellDone.run();
                    }
                    return true;
                });
    }

    /** The cell whose chunks are coming in. */
    private static final class Growing<C, S, O extends Operation<O>, R> {
        private final Trial<C, S, O, R> trial;
        private Tally<C, S, O, R> tally = new Tally<>();
        private long chunks;
        private int done;

        Growing(Trial<C, S, O, R> trial) {
            this.trial = trial;
        }

        void add(Tally<C, S, O, R> next) {
            tally.merge(next);
            chunks++;
        }

        Cell end() {
            Cell cell = Cell.of(trial, tally);
            tally = new Tally<>();
            chunks = 0;
            done++;
            return cell;
        }
    }
}
