package dev.halflife.impl.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Credits as a flush takes them: what was restored, and then the ids of each cell, in order. One thread fills it; from
 * then on nobody changes it, nor the arrays in it.
 */
final class UncountedCredits<K> implements CreditCounts.Source<K> {

    private final List<CreditCounts<K>> restored;
    private final List<List<K>> recorded;

    /** With what was restored, and room for so many cells. */
    UncountedCredits(List<CreditCounts<K>> restored, int cells) {
        this.restored = restored;
        this.recorded = new ArrayList<>(cells);
    }

    /** Adds one credit to each of the first ids of an array, which is not the caller's any more. */
    void add(K[] ids, int size) {
        if (size > 0) {
            recorded.add(Arrays.asList(ids).subList(0, size));
        }
    }

    @Override
    public Tally<K> count() {
        int most = 0;
        for (CreditCounts<K> counts : restored) {
            most += counts.size();
        }
        for (List<K> ids : recorded) {
            most += ids.size();
        }
        Tally<K> tally = new Tally<>(most);
        for (CreditCounts<K> counts : restored) {
            tally.addAll(counts.tally());
        }
        for (List<K> ids : recorded) {
            for (K id : ids) {
                tally.add(id, 1);
            }
        }
        return tally;
    }
}
