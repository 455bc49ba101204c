package dev.halflife.stress.jcstress;

import dev.halflife.impl.write.Flush;
import dev.halflife.model.Contract;
import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.model.write.credits.CreditsReply;
import dev.halflife.model.write.credits.CreditsSpec;
import java.util.List;
import java.util.Optional;

/** What the races over importance credits have in common: the contract, and flushes reduced to their credits. */
final class CreditModel {

    static final CreditsOperation DRAIN = new CreditsOperation.Drain(0);
    static final CreditsOperation PENDING = new CreditsOperation.Pending(0);

    private CreditModel() {}

    static CreditsSpec spec(int threshold) {
        return new CreditsSpec(new CreditsConfig(threshold, 1), Contract.strict());
    }

    static CreditsOperation record(String id) {
        return new CreditsOperation.RecordIds(0, List.of(id));
    }

    /** How many credits a call returned, or counted. */
    static long credits(CreditsReply reply) {
        if (reply instanceof CreditsReply.Counted counted) {
            return counted.count();
        }
        return reply instanceof CreditsReply.Returned returned && returned.flush() != null
                ? returned.flush().atLeast().credits()
                : 0;
    }

    static long credits(Optional<? extends Flush<?>> flush) {
        return flush.isPresent() ? flush.get().credits() : 0;
    }
}
