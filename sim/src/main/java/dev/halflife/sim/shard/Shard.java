package dev.halflife.sim.shard;

/**
 * A machine's share of a campaign: of the cells 0, 1, 2, …, dealt out in turn, those that fall to it.
 *
 * @param index which shard, counted from 0
 * @param of how many there are; within [1, {@value Cells#MOST}]
 */
public record Shard(int index, int of) {

    /** Everything. */
    public static final Shard WHOLE = new Shard(0, 1);

    /** Throws where there is no such shard. */
    public Shard {
        if (of < 1 || of > Cells.MOST) {
            throw new IllegalArgumentException("shards must be within [1, " + Cells.MOST + "]: " + of);
        }
        if (index < 0 || index >= of) {
            throw new IllegalArgumentException("shard must be within [0, " + (of - 1) + "]: " + index);
        }
    }

    /** Whether the cell falls to this shard. */
    public boolean has(int cell) {
        return cell % of == index;
    }

    /** As on the command line: {@code 3/64}. */
    @Override
    public String toString() {
        return index + "/" + of;
    }
}
