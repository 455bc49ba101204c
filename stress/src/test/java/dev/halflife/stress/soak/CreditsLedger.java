package dev.halflife.stress.soak;

import dev.halflife.impl.write.Flush;
import dev.halflife.impl.write.ImportanceCredits;
import dev.halflife.sim.random.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A1 over many calls: per id, what was recorded is what was handed out for good and what is pending. Linear in calls. */
final class CreditsLedger {

    private static final int IDS = 16;
    private static final int THRESHOLD = 7;

    private CreditsLedger() {}

    /** Why the ledger does not add up, or null. */
    static @Nullable String imbalance(Threads threads, int calls, long seed)
            throws InterruptedException, ExecutionException {
        ImportanceCredits<Integer> credits = new ImportanceCredits<>(THRESHOLD);
        List<long[]> sheets = new ArrayList<>(threads.run(thread -> {
            long[] balance = new long[IDS];
            Rng rng = new Rng(Rng.split(seed, thread));
            for (int i = 0; i < calls; i++) {
                int id = rng.nextInt(IDS);
                int times = rng.chance(700) ? 1 : rng.nextInt(THRESHOLD + 3);
                balance[id] += times;
                Optional<Flush<Integer>> flush =
                        times == 1 ? credits.record(id) : credits.record(Collections.nCopies(times, id));
                if (flush.isEmpty() && rng.chance(50)) {
                    flush = credits.drain();
                }
                settle(credits, flush, rng.chance(300), balance);
            }
            return balance;
        }));
        long[] balance = new long[IDS];
        sheets.forEach(sheet -> Arrays.setAll(balance, id -> balance[id] + sheet[id]));
        long left = Arrays.stream(balance).sum();
        if (left != credits.pending()) {
            return "A1, A5: " + left + " credits were neither handed out nor lost, and " + credits.pending()
                    + " are pending";
        }
        settle(credits, credits.drain(), false, balance);
        return Arrays.stream(balance).allMatch(rest -> rest == 0)
                ? null
                : "A1: credits by id that are missing, or less than 0 where doubled: " + Arrays.toString(balance);
    }

    private static void settle(
            ImportanceCredits<Integer> credits, Optional<Flush<Integer>> flush, boolean refused, long[] balance) {
        if (flush.isPresent() && refused) {
            credits.restore(flush.get());
        } else if (flush.isPresent()) {
            flush.get().counts().forEach((id, count) -> balance[id] -= count);
        }
    }
}
