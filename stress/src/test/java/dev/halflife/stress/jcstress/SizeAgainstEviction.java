package dev.halflife.stress.jcstress;

import static dev.halflife.stress.jcstress.HeatModel.NOW;
import static dev.halflife.stress.jcstress.HeatModel.bump;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.halflife.impl.heat.HeatRegistry;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A full registry is asked for its size while a new key takes the place of an old one: it is full all the time (R2). */
public final class SizeAgainstEviction {

    private static final int LOOKS = 4;

    private SizeAgainstEviction() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                HeatModel.spec(1),
                List.of(bump("a")),
                List.of(List.of(bump("b")), Collections.nCopies(LOOKS, new HeatOperation.Len(NOW))),
                List.of(),
                replies -> String.valueOf(replies.get(1).stream()
                        .mapToLong(SizeAgainstEviction::length)
                        .min()
                        .orElseThrow()));
    }

    private static long length(HeatReply reply) {
        return ((HeatReply.Counted) reply).len();
    }

    /** As shipped: asked and changed under one lock. */
    @JCStressTest
    @Outcome(id = "1", expect = ACCEPTABLE, desc = "full")
    @State
    public static class Shipped {

        private final HeatRegistry<String> registry = HeatModel.registry(1);

        public Shipped() {
            registry.bump("a", NOW);
        }

        @Actor
        public void reader() {
            registry.bump("b", NOW);
        }

        @Actor
        public void observer(I_Result r) {
            r.r1 = registry.size();
            for (int look = 1; look < LOOKS; look++) {
                r.r1 = Math.min(r.r1, registry.size());
            }
        }
    }

    /** Asked without the lock, under which the old key goes before the new one comes. */
    @JCStressTest
    @Outcome(id = "1", expect = ACCEPTABLE, desc = "full")
    @Outcome(id = "0", expect = FORBIDDEN, desc = "the old key is gone and the new one not yet there")
    @State
    public static class Twin {

        private final ConcurrentMap<String, Long> tracked = new ConcurrentHashMap<>(Map.of("a", NOW));

        @Actor
        public void reader() {
            synchronized (tracked) {
                tracked.remove("a");
                tracked.put("b", NOW);
            }
        }

        @Actor
        public void observer(I_Result r) {
            r.r1 = tracked.size();
            for (int look = 1; look < LOOKS; look++) {
                r.r1 = Math.min(r.r1, tracked.size());
            }
        }
    }
}
