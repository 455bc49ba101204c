package dev.halflife.sim.write.world;

import dev.halflife.model.Contract;
import dev.halflife.model.write.queue.Item;
import java.util.List;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;
import kotlinx.collections.immutable.PersistentSet;

/**
 * A write path and its world as the contract sees them: an immutable value.
 *
 * @param parts what each part's specification knows
 * @param store what is stored
 * @param books where every credit went
 * @param unanswered what somebody waits for
 * @param untrimmed the entries that got a revision since the last consolidation that progressed, in order
 * @param past what happened before
 */
public record PathState(
        PartStates parts, Store store, Books books, Unanswered unanswered, PersistentSet<String> untrimmed, Past past) {

    /**
     * What somebody waits for, besides flushes.
     *
     * @param writes that hang, by the id of their item
     * @param retries that are not over, by number: what they took from the queue
     * @param retried how many retries took anything so far
     */
    public record Unanswered(
            PersistentMap<String, PathOperation.Write> writes, PersistentMap<Long, List<Item>> retries, long retried) {

        static final Unanswered NOTHING =
                new Unanswered(ExtensionsKt.persistentMapOf(), ExtensionsKt.persistentMapOf(), 0);

        Unanswered hanging(PathOperation.Write write) {
            return new Unanswered(writes.putting(write.item().id(), write), retries, retried);
        }

        Unanswered answered(String id) {
            return new Unanswered(writes.removing(id), retries, retried);
        }

        Unanswered retrying(List<Item> items) {
            return new Unanswered(writes, retries.putting(retried + 1, items), retried + 1);
        }

        Unanswered over(long retry) {
            return new Unanswered(writes, retries.removing(retry), retried);
        }

        /** After the process is gone, and with it all who waited. */
        Unanswered forgotten() {
            return new Unanswered(ExtensionsKt.persistentMapOf(), ExtensionsKt.persistentMapOf(), retried);
        }
    }

    /**
     * What happened before.
     *
     * @param lastNanos the latest time of anything so far; {@link Long#MIN_VALUE} before the first
     * @param restarts how many processes there were before this one
     * @param reportLost whether the report of a triggered consolidation was lost and none has been triggered since
     * @param outage how many writes in a row failed at the store
     */
    public record Past(long lastNanos, int restarts, boolean reportLost, int outage) {

        static final Past NONE = new Past(Long.MIN_VALUE, 0, false, 0);

        Past at(long atNanos) {
            return atNanos <= lastNanos ? this : new Past(atNanos, restarts, reportLost, outage);
        }

        Past restarted() {
            return new Past(lastNanos, restarts + 1, false, outage);
        }

        Past reporting(boolean lost) {
            return lost ? new Past(lastNanos, restarts, true, outage) : this;
        }

        Past triggered() {
            return reportLost ? new Past(lastNanos, restarts, false, outage) : this;
        }

        Past answering(Fate fate) {
            int failed = fate == Fate.FAILS ? outage + 1 : fate == Fate.HANGS ? outage : 0;
            return failed == outage ? this : new Past(lastNanos, restarts, reportLost, failed);
        }
    }

    static PathState initial(PathConfig config, Contract contract) {
        return new PathState(
                PartStates.initial(config, contract),
                Store.EMPTY,
                Books.EMPTY,
                Unanswered.NOTHING,
                ExtensionsKt.persistentSetOf(),
                Past.NONE);
    }

    /** The state of a part. */
    <S> S of(Part<?, S, ?, ?> part) {
        return parts.of(part);
    }

    /** Whether nobody waits for anything. */
    public boolean isAllAnswered() {
        return unanswered.writes().isEmpty()
                && unanswered.retries().isEmpty()
                && books.onTheirWay().isEmpty();
    }
}
