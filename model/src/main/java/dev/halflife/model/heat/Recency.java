package dev.halflife.model.heat;

import java.util.Map;

/** Which counter goes first when room is needed: by {@code asOf} (R3) or by the order of touches and bumps (F2). */
enum Recency {
    AS_OF {
        @Override
        long of(Counter counter) {
            return counter.tickedAsOfNanos();
        }
    },
    TOUCH {
        @Override
        long of(Counter counter) {
            return counter.touched();
        }
    };

    abstract long of(Counter counter);

    static Recency of(boolean byTouch) {
        return byTouch ? TOUCH : AS_OF;
    }

    /** One of the counters that may go; of several equals the one with the smallest key. */
    String oldest(Map<String, Counter> counters) {
        String oldest = "";
        long least = Long.MAX_VALUE;
        for (Map.Entry<String, Counter> entry : counters.entrySet()) {
            long recency = of(entry.getValue());
            if (oldest.isEmpty()
                    || recency < least
                    || (recency == least && entry.getKey().compareTo(oldest) < 0)) {
                oldest = entry.getKey();
                least = recency;
            }
        }
        return oldest;
    }

    /** Whether this counter may go: none is older. */
    boolean isOldest(Counter counter, Map<String, Counter> counters) {
        long recency = of(counter);
        for (Counter other : counters.values()) {
            if (of(other) < recency) {
                return false;
            }
        }
        return true;
    }
}
