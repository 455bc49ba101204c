package dev.halflife.sim.write.credits;

import dev.halflife.impl.write.ImportanceCredits;
import dev.halflife.model.write.credits.Call;
import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.model.write.credits.CreditsReply;
import dev.halflife.model.write.credits.Flush;
import dev.halflife.sim.subject.Subject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reference as a subject. Its calls cannot be broken down, so an overlapping one is made as a whole, at the begin, the
 * first or the second step, and reported at once or a step later: which of these follows from the call itself, so that
 * schedules meet calls that take effect early, late, and unreported.
 */
final class ReferenceSubject implements Subject<CreditsOperation, CreditsReply>, CreditsOperation.Cases<CreditsReply> {

    private static final CreditsReply RUNNING = new CreditsReply.Running();
    private static final CreditsReply NOTHING = new CreditsReply.Returned(null);

    private final ImportanceCredits<String> credits;
    private final Map<Long, dev.halflife.impl.write.Flush<String>> handedOut = new HashMap<>();
    private final @Nullable Overlapping[] overlapping = new Overlapping[1 + CreditsConfig.MOST_CALLERS];
    private long flushes;

    ReferenceSubject(CreditsConfig config) {
        credits = new ImportanceCredits<>((int) config.threshold());
    }

    /** A call that has not returned. */
    private static final class Overlapping {
        private final Call call;
        private int stepsUntilMade;
        private int stepsUntilReported;
        private Optional<dev.halflife.impl.write.Flush<String>> flush = Optional.empty();

        Overlapping(Call call, int caller) {
            int drawn = Math.floorMod(
                    7 * caller
                            + (call instanceof Call.RecordIds record
                                    ? record.ids().hashCode()
                                    : 1),
                    6);
            this.call = call;
            this.stepsUntilMade = drawn / 2;
            this.stepsUntilReported = stepsUntilMade + drawn % 2;
        }
    }

    @Override
    public CreditsReply apply(CreditsOperation operation) {
        return operation.match(this);
    }

    @Override
    public CreditsReply record(CreditsOperation.RecordIds record) {
        return returned(credits.record(record.ids()));
    }

    @Override
    public CreditsReply drain(CreditsOperation.Drain drain) {
        return returned(credits.drain());
    }

    @Override
    public CreditsReply restore(CreditsOperation.Restore restore) {
        dev.halflife.impl.write.Flush<String> flush = handedOut.remove(restore.flush());
        if (flush == null) {
            throw new IllegalStateException(
                    "a refused operation was applied: flush " + restore.flush() + " is not out");
        }
        credits.restore(flush);
        return new CreditsReply.Restored();
    }

    /** It knows but one number: what is pending is the pile. */
    @Override
    public CreditsReply pending(CreditsOperation.Pending pending) {
        long count = credits.pending();
        return new CreditsReply.Counted(count, count);
    }

    @Override
    public CreditsReply begin(CreditsOperation.Begin begin) {
        overlapping[begin.caller()] = new Overlapping(begin.call(), begin.caller());
        return goOn(begin.caller(), false);
    }

    @Override
    public CreditsReply step(CreditsOperation.Step step) {
        return goOn(step.caller(), false);
    }

    @Override
    public CreditsReply finish(CreditsOperation.Finish finish) {
        return goOn(finish.caller(), true);
    }

    private CreditsReply goOn(int caller, boolean toTheEnd) {
        Overlapping running = overlapping[caller];
        if (running == null) {
            throw new IllegalStateException("a refused operation was applied: caller " + caller + " runs no call");
        }
        boolean isMade = running.stepsUntilMade < 0;
        if (!isMade && (toTheEnd || running.stepsUntilMade == 0)) {
            running.flush =
                    running.call instanceof Call.RecordIds record ? credits.record(record.ids()) : credits.drain();
        }
        running.stepsUntilMade--;
        if (toTheEnd || running.stepsUntilReported-- == 0) {
            overlapping[caller] = null;
            return returned(running.flush);
        }
        return RUNNING;
    }

    private CreditsReply returned(Optional<dev.halflife.impl.write.Flush<String>> flush) {
        if (flush.isEmpty()) {
            return NOTHING;
        }
        handedOut.put(++flushes, flush.get());
        return new CreditsReply.Returned(new Flush.Counts(flush.get().counts()));
    }
}
