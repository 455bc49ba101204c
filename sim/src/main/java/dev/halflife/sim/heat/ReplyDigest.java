package dev.halflife.sim.heat;

import dev.halflife.model.heat.Belief;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.sim.component.Digest;
import org.jspecify.annotations.Nullable;

/** Takes heat replies into a digest. */
final class ReplyDigest {

    private ReplyDigest() {}

    static void add(HeatReply reply, Digest digest) {
        if (reply instanceof HeatReply.Bumped bumped) {
            key(bumped.evicted(), digest).add(bumped.rate());
        } else if (reply instanceof HeatReply.Touched touched) {
            key(touched.evicted(), digest);
        } else if (reply instanceof HeatReply.Ticked ticked) {
            digest.add((long) ticked.emissions().size());
            for (HeatReply.Emission emission : ticked.emissions()) {
                digest.add(emission.key()).add(emission.rate());
            }
        } else if (reply instanceof HeatReply.Tracked tracked) {
            digest.add(tracked.rate()).add(tracked.asOfNanos() == null ? -1L : tracked.asOfNanos());
            if (tracked.lastEmitted() instanceof Belief.Announced announced) {
                digest.add(announced.rate());
            } else {
                digest.add(tracked.lastEmitted().toString());
            }
        } else if (reply instanceof HeatReply.Counted counted) {
            digest.add(counted.len());
        }
    }

    private static Digest key(@Nullable String key, Digest digest) {
        return key == null ? digest.add(0L) : digest.add(key);
    }
}
