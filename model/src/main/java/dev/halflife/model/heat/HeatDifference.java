package dev.halflife.model.heat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** In how many places two replies to the same operation differ: fields, or keys that a tick tells something else of. */
final class HeatDifference {

    /** Of two kinds of reply: more than any two of the same kind that tell of one key. */
    private static final int OF_KINDS = 4;

    private HeatDifference() {}

    static int of(HeatReply expected, HeatReply seen) {
        if (expected instanceof HeatReply.Ticked ours && seen instanceof HeatReply.Ticked theirs) {
            return ofTicks(ours, theirs);
        }
        if (expected instanceof HeatReply.Bumped ours && seen instanceof HeatReply.Bumped theirs) {
            return one(!Objects.equals(ours.evicted(), theirs.evicted())) + one(differ(ours.rate(), theirs.rate()));
        }
        if (expected instanceof HeatReply.Tracked ours && seen instanceof HeatReply.Tracked theirs) {
            boolean told = theirs.asOfNanos() != null;
            return one(differ(ours.rate(), theirs.rate()))
                    + one(told && !Objects.equals(ours.asOfNanos(), theirs.asOfNanos()))
                    + one(differ(ours.lastEmitted(), theirs.lastEmitted()));
        }
        return expected.getClass().equals(seen.getClass()) ? one(!expected.equals(seen)) : OF_KINDS;
    }

    private static int ofTicks(HeatReply.Ticked expected, HeatReply.Ticked seen) {
        Map<String, Double> left = new HashMap<>();
        seen.emissions().forEach(emission -> left.put(emission.key(), emission.rate()));
        int difference = seen.emissions().size() - left.size();
        for (HeatReply.Emission emission : expected.emissions()) {
            Double rate = left.remove(emission.key());
            difference += one(rate == null || differ(emission.rate(), rate));
        }
        return difference + left.size();
    }

    private static boolean differ(Belief expected, Belief seen) {
        if (expected instanceof Belief.Announced ours && seen instanceof Belief.Announced theirs) {
            return differ(ours.rate(), theirs.rate());
        }
        return !expected.equals(seen);
    }

    private static boolean differ(double expected, double seen) {
        return !Counter.near(expected, seen);
    }

    private static int one(boolean differs) {
        return differs ? 1 : 0;
    }
}
