package dev.halflife.impl.write;

/** Importance credits of another number of cells than is shipped, for two threads to be more than that. */
public final class CreditCells {

    private CreditCells() {}

    /** Of so many cells, a power of two within [1, 8]. */
    public static <K> ImportanceCredits<K> of(int threshold, int cells) {
        return new ImportanceCredits<>(threshold, cells);
    }
}
