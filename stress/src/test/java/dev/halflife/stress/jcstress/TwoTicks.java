package dev.halflife.stress.jcstress;

import static dev.halflife.stress.jcstress.HeatModel.NOW;
import static dev.halflife.stress.jcstress.HeatModel.bump;
import static dev.halflife.stress.jcstress.HeatModel.emissions;
import static dev.halflife.stress.jcstress.HeatModel.tick;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.halflife.impl.heat.HeatPolicy;
import dev.halflife.impl.heat.HeatRegistry;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two ticks at once of a registry of two stripes with a key each: one of them announces both keys (T1). */
public final class TwoTicks {

    private static final int STRIPES = 2;
    private static final String ONE = "a";
    private static final String OTHER = inAnotherStripe();

    private TwoTicks() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                HeatModel.spec(8),
                List.of(bump("a"), bump("b")),
                List.of(List.of(tick(1)), List.of(tick(2))),
                List.of(),
                replies -> emissions(replies.get(0).get(0)) + ", "
                        + emissions(replies.get(1).get(0)));
    }

    private static HeatRegistry<String> striped(int cap) {
        return HeatRegistry.<String>marked(HeatPolicy.DEFAULT)
                .cap(cap)
                .stripes(STRIPES)
                .build();
    }

    /** A key that does not evict the one from a registry whose stripes hold a key each. */
    private static String inAnotherStripe() {
        for (char key = 'b'; key <= 'z'; key++) {
            HeatRegistry<String> full = striped(STRIPES);
            full.touch(ONE, NOW);
            full.touch(String.valueOf(key), NOW);
            if (full.size() == STRIPES) {
                return String.valueOf(key);
            }
        }
        throw new IllegalStateException("every key is in the stripe of " + ONE);
    }

    /** As shipped: a tick passes through all stripes before the next one may begin. */
    @JCStressTest
    @Outcome(id = "2, 0", expect = ACCEPTABLE, desc = "the first announced both")
    @Outcome(id = "0, 2", expect = ACCEPTABLE, desc = "the second announced both")
    @State
    public static class Shipped {

        private final HeatRegistry<String> registry = striped(2 * STRIPES);

        public Shipped() {
            registry.bump(ONE, NOW);
            registry.bump(OTHER, NOW);
        }

        @Actor
        public void first(II_Result r) {
            r.r1 = registry.tick(NOW).emissions().size();
        }

        @Actor
        public void second(II_Result r) {
            r.r2 = registry.tick(NOW).emissions().size();
        }
    }

    /** Each stripe has its lock, and nothing is held from one to the other. */
    @JCStressTest
    @Outcome(id = "2, 0", expect = ACCEPTABLE, desc = "the first announced both")
    @Outcome(id = "0, 2", expect = ACCEPTABLE, desc = "the second announced both")
    @Outcome(id = "1, 1", expect = FORBIDDEN, desc = "each announced one")
    @State
    public static class Twin {

        private final HeatRegistry<String> stripe = HeatModel.registry(8);
        private final HeatRegistry<String> otherStripe = HeatModel.registry(8);

        public Twin() {
            stripe.bump(ONE, NOW);
            otherStripe.bump(OTHER, NOW);
        }

        @Actor
        public void first(II_Result r) {
            r.r1 = stripe.tick(NOW).emissions().size()
                    + otherStripe.tick(NOW).emissions().size();
        }

        @Actor
        public void second(II_Result r) {
            r.r2 = otherStripe.tick(NOW).emissions().size()
                    + stripe.tick(NOW).emissions().size();
        }
    }
}
