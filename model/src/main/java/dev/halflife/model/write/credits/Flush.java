package dev.halflife.model.write.credits;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a call handed out, as the subject tells it. May be wrong in any way. */
public sealed interface Flush {

    /** How often each id was credited. */
    record Counts(Map<String, Long> counts) implements Flush {
        public Counts {
            counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        }

        @Override
        public boolean isEmpty() {
            return counts.isEmpty();
        }

        @Override
        public Pile atLeast() {
            return Pile.of(counts);
        }

        @Override
        public boolean tells(Pile pile, boolean strict) {
            return counts.equals(pile.counts());
        }
    }

    /** The ids without their counts: once each under the strict contract, at least once under the published one (F6). */
    record Ids(List<String> ids) implements Flush {
        public Ids {
            ids = List.copyOf(ids);
        }

        @Override
        public boolean isEmpty() {
            return ids.isEmpty();
        }

        @Override
        public Pile atLeast() {
            return Pile.EMPTY.plus(ids);
        }

        @Override
        public boolean tells(Pile pile, boolean strict) {
            return ids.size() == pile.counts().size()
                    && (!strict || pile.credits() == ids.size())
                    && pile.counts().keySet().containsAll(ids)
                    && ids.stream().distinct().count() == ids.size();
        }
    }

    /** Whether there is nothing in it (A3). */
    boolean isEmpty();

    /** The credits in it; of ids without counts, the fewest there can be. */
    Pile atLeast();

    /** Whether this is how a subject tells that it handed out this pile. */
    boolean tells(Pile pile, boolean strict);
}
