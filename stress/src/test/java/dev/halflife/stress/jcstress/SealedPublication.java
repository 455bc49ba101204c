package dev.halflife.stress.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.halflife.impl.write.Flush;
import dev.halflife.impl.write.ImportanceCredits;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** Whoever takes a sealed pile sees every id in it, and sees it whole (A1). */
public final class SealedPublication {

    private SealedPublication() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                CreditModel.spec(2),
                List.of(),
                List.of(List.of(CreditModel.record("a")), List.of(CreditModel.record("b"))),
                List.of(),
                replies -> CreditModel.credits(replies.get(0).get(0)) + ", "
                        + CreditModel.credits(replies.get(1).get(0)));
    }

    /** An id that is whole once its maker has written its field, which is not final. */
    static final class Id {
        private int whole;

        static Id make() {
            Id id = new Id();
            id.whole = 1;
            return id;
        }
    }

    /** As shipped: reserved by an atomic add, written with release, awaited with acquire. */
    @JCStressTest
    @Outcome(id = "2, 0", expect = ACCEPTABLE, desc = "the first takes both")
    @Outcome(id = "0, 2", expect = ACCEPTABLE, desc = "the second takes both")
    @State
    public static class Shipped {

        private final ImportanceCredits<Id> credits = new ImportanceCredits<>(2);

        @Actor
        public void first(JJ_Result r) {
            r.r1 = wholeIds(credits.record(Id.make()));
        }

        @Actor
        public void second(JJ_Result r) {
            r.r2 = wholeIds(credits.record(Id.make()));
        }

        private static long wholeIds(Optional<Flush<Id>> flush) {
            long whole = 0;
            if (flush.isPresent()) {
                for (Id id : flush.get().counts().keySet()) {
                    whole += id.whole;
                }
            }
            return whole;
        }
    }

    /** The slot and the number of slots reserved are plain: what is in the pile is anyone's guess. */
    @JCStressTest
    @Outcome(id = "2, 0", expect = ACCEPTABLE, desc = "the first takes both")
    @Outcome(id = "0, 2", expect = ACCEPTABLE, desc = "the second takes both")
    @Outcome(id = ".*", expect = FORBIDDEN, desc = "an id was lost, taken twice, or seen half made")
    @State
    public static class Twin {

        private final @Nullable Id[] slots = new Id[2];
        private int reserved;

        @Actor
        public void first(JJ_Result r) {
            r.r1 = record(Id.make());
        }

        @Actor
        public void second(JJ_Result r) {
            r.r2 = record(Id.make());
        }

        private long record(Id id) {
            int slot = reserved;
            reserved = slot + 1;
            slots[slot & 1] = id;
            long whole = 0;
            for (int i = 0; slot == 1 && i < 2; i++) {
                Id taken = slots[i];
                whole += taken == null ? 0 : taken.whole;
            }
            return whole;
        }
    }
}
