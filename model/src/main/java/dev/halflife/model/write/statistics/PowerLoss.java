package dev.halflife.model.write.statistics;

/**
 * What a loss of power leaves of what was never forced to disk. Data, so that a schedule says it all.
 *
 * @param directory which directory operations survive: bit i is the i-th oldest that was not forced; those beyond the
 *     30th share the last bit. They survive one by one, not in their order, and whatever became of the data
 * @param dataPerMille how much survives of what was written to a file since it was last forced, from its beginning; at 0
 *     the file is as it was when it was last forced
 */
public record PowerLoss(int directory, int dataPerMille) {

    /** How many directory operations have a bit of their own. */
    public static final int BITS = 30;

    /** Nothing survives that was not forced. */
    public static final PowerLoss NOTHING_SURVIVES = new PowerLoss(0, 0);

    public PowerLoss {
        if (directory < 0 || directory >= 1 << BITS) {
            throw new IllegalArgumentException("directory must be within [0, " + ((1 << BITS) - 1) + "]: " + directory);
        }
        if (dataPerMille < 0 || dataPerMille > 1000) {
            throw new IllegalArgumentException("dataPerMille must be within [0, 1000]: " + dataPerMille);
        }
    }

    /** Whether the {@code index}-th oldest directory operation survives. */
    public boolean survives(int index) {
        return (directory >>> Math.min(index, BITS - 1) & 1) == 1;
    }
}
