package dev.halflife.sim.shard;

/**
 * How the schedules of a campaign are divided: into cells of neighbours, the same for any number of shards, so that one
 * shard or many leave the same cells behind. Shards take whole cells.
 *
 * @param schedules how many schedules there are; at least 1
 */
public record Cells(long schedules) {

    /** How many cells there are at most, and so how many shards. */
    public static final int MOST = 1024;

    /** Smaller ones would make more to write down than to run. */
    private static final long USUAL_SCHEDULES = 256;

    /** How many cells there are. */
    public int count() {
        return (int) Math.min(MOST, (schedules + USUAL_SCHEDULES - 1) / USUAL_SCHEDULES);
    }

    /** The number of the first schedule of a cell; of the one after the last cell, how many schedules there are. */
    public long from(int cell) {
        long each = schedules / count();
        return each * cell + Math.min(cell, schedules % count());
    }

    /** How many schedules a cell has. */
    public long size(int cell) {
        return from(cell + 1) - from(cell);
    }
}
