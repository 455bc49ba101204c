package dev.halflife.sim.write.world;

import dev.halflife.model.write.arrivals.ArrivalsReply;
import dev.halflife.model.write.breaker.BreakerReply;
import dev.halflife.model.write.breaker.BreakerState;
import dev.halflife.model.write.interference.InterferenceReply;
import dev.halflife.model.write.queue.QueueReply;
import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.model.write.workingset.Revision;
import dev.halflife.model.write.workingset.WorkingSetReply;
import dev.halflife.sim.component.Situation;
import java.util.List;
import java.util.function.Predicate;

/** What a campaign of worlds must have met. */
final class PathSituations {

    /** One accepted step. */
    private record Seen(
            PathConfig config, PathState before, PathOperation operation, PathReply reply, PathState after) {

        boolean saw(Class<?> kind) {
            return saw(kind, any -> true);
        }

        /** Whether the first reply of this kind is such. */
        <R> boolean saw(Class<R> kind, Predicate<R> such) {
            for (PathReply.Call<?, ?> call : reply.calls()) {
                if (kind.isInstance(call.reply())) {
                    return such.test(kind.cast(call.reply()));
                }
            }
            return false;
        }

        boolean is(Class<? extends PathOperation> kind) {
            return kind.isInstance(operation);
        }

        boolean reopens() {
            return is(PathOperation.Kill.class) || is(PathOperation.Close.class);
        }

        boolean restarted() {
            return before.past().restarts() > 0;
        }

        /** Whether a process was killed whose world before was such. */
        boolean killed(Predicate<PathState> such) {
            return such.test(before);
        }

        /** A write that was let through or not, where the breakers were such. */
        boolean asked(boolean allowed, Predicate<BreakerState> such) {
            return saw(BreakerReply.Allowed.class, asked -> asked.allowed() == allowed)
                    && is(PathOperation.Write.class)
                    && such.test(before.of(Parts.BREAKER));
        }

        String partition() {
            if (operation instanceof PathOperation.Write write) {
                return write.item().partition();
            }
            if (operation instanceof PathOperation.Answer answer) {
                PathOperation.Write write = before.unanswered().writes().get(answer.id());
                return write == null ? "" : write.item().partition();
            }
            return "";
        }

        boolean answeredWith(Fate fate) {
            return (operation instanceof PathOperation.Write write && write.fate() == fate && asked(true, any -> true))
                    || (operation instanceof PathOperation.Answer answer && answer.fate() == fate);
        }

        boolean stores() {
            return answeredWith(Fate.STORED) || answeredWith(Fate.EMBEDDING_FAILS);
        }

        boolean wasOpen() {
            return before.of(Parts.BREAKER).opened(partition());
        }

        /** A flush was answered by such an operation. */
        boolean flush(Class<? extends PathOperation> kind, boolean orphaned) {
            long number = operation instanceof PathOperation.Stored stored
                    ? stored.flush()
                    : operation instanceof PathOperation.Failed failed ? failed.flush() : 0;
            Books.OnItsWay sent = before.books().onTheirWay().get(number);
            return is(kind) && sent != null && sent.orphaned() == orphaned;
        }

        boolean triggers() {
            return saw(InterferenceReply.Triggered.class) && !is(PathOperation.Settle.class);
        }

        /** Whether an item was written once more, after a restart, though its entry has a newer revision. */
        boolean writesOldRevisionAgain() {
            return operation instanceof PathOperation.Write write
                    && restarted()
                    && stores()
                    && before.store().items().containsKey(write.item().id())
                    && before.of(Parts.WORKING_SET)
                            .head(write.item().logical())
                            .map(Revision::id)
                            .filter(head -> !head.equals(write.item().id()))
                            .isPresent();
        }
    }

    static final List<Situation<PathConfig, PathState, PathOperation, PathReply>> ALL = List.of(
            of(
                    PathOperation.Failed.class,
                    "flush-restored",
                    "the store fails a flush, which comes back",
                    seen -> seen.flush(PathOperation.Failed.class, false)),
            of(
                    PathOperation.Failed.class,
                    "restored-to-threshold",
                    "what comes back reaches the threshold",
                    seen -> seen.flush(PathOperation.Failed.class, false)
                            && seen.after().of(Parts.CREDITS).pile().credits()
                                    >= seen.config().credits().threshold()),
            of(
                    PathOperation.Stored.class,
                    "flush-stored-late",
                    "a flush is stored after its process was killed",
                    seen -> seen.flush(PathOperation.Stored.class, true)),
            of(
                    PathOperation.Failed.class,
                    "flush-lost",
                    "a flush fails after its process was killed",
                    seen -> seen.flush(PathOperation.Failed.class, true)),
            of(
                    PathOperation.Stored.class,
                    "flushes-out-of-order",
                    "a flush is answered before an earlier one",
                    seen -> seen.operation() instanceof PathOperation.Stored stored
                            && seen.before().books().onTheirWay().keySet().stream()
                                    .anyMatch(flush -> flush < stored.flush())),
            of(
                    PathOperation.Kill.class,
                    "kill-with-pending",
                    "a process is killed with credits pending",
                    seen -> seen.killed(state -> !state.of(Parts.CREDITS).pile().isEmpty())),
            of(
                    PathOperation.Kill.class,
                    "kill-with-write",
                    "a process is killed while a write hangs",
                    seen -> seen.killed(state -> !state.unanswered().writes().isEmpty())),
            of(
                    PathOperation.Kill.class,
                    "kill-mid-retry",
                    "a process is killed during a retry",
                    seen -> seen.killed(state -> !state.unanswered().retries().isEmpty())),
            of(
                    PathOperation.Kill.class,
                    "kill-mid-snapshot",
                    "a process is killed while a snapshot is saved",
                    seen -> seen.killed(
                            state -> !state.of(Parts.STATISTICS).writers().isEmpty())),
            of(
                    PathOperation.Kill.class,
                    "power-lost-mid-snapshot",
                    "power is lost while a snapshot is saved",
                    seen -> seen.operation() instanceof PathOperation.Kill kill
                            && kill.power() != null
                            && !seen.before().of(Parts.STATISTICS).writers().isEmpty()),
            of(
                    PathOperation.class,
                    "snapshot-beside-another",
                    "a snapshot is due while another is saved",
                    seen -> seen.saw(StatisticsReply.Begun.class)
                            && seen.stores()
                            && !seen.before().of(Parts.STATISTICS).writers().isEmpty()),
            of(
                    PathOperation.Kill.class,
                    "snapshot-loaded",
                    "a process that was killed finds its statistics again",
                    seen -> seen.saw(
                            StatisticsReply.Restored.class,
                            restored -> !restored.partitions().isEmpty())),
            of(
                    PathOperation.Close.class,
                    "close-drained",
                    "a close drains credits",
                    seen -> !seen.before().of(Parts.CREDITS).pile().isEmpty()),
            of(
                    PathOperation.Close.class,
                    "close-mid-snapshot",
                    "a close waits for a snapshot",
                    seen -> !seen.before().of(Parts.STATISTICS).writers().isEmpty()),
            of(
                    PathOperation.Write.class,
                    "write-refused",
                    "a breaker refuses a write",
                    seen -> seen.asked(false, any -> true)),
            of(
                    PathOperation.Write.class,
                    "others-served",
                    "a write is stored while another partition's breaker is open",
                    seen -> seen.asked(true, breakers -> breakers.openedPartitions() > 0)
                            && !seen.wasOpen()
                            && seen.stores()),
            of(
                    PathOperation.class,
                    "probe-succeeds",
                    "a probe succeeds after an open time",
                    seen -> seen.wasOpen() && seen.stores()),
            of(
                    PathOperation.Write.class,
                    "probe-fails",
                    "a probe fails",
                    seen -> seen.wasOpen() && seen.asked(true, any -> true) && seen.answeredWith(Fate.FAILS)),
            of(
                    PathOperation.Write.class,
                    "probe-refused",
                    "a write is refused while a probe hangs",
                    seen -> seen.asked(
                            false,
                            breakers -> breakers.probeNanos(seen.partition()).isPresent())),
            of(
                    PathOperation.class,
                    "outage-over",
                    "a write is stored after as many failures in a row as open a breaker",
                    seen -> seen.stores()
                            && seen.before().past().outage()
                                    >= seen.config().breaker().failures()),
            of(PathOperation.class, "triggered", "a consolidation is triggered", Seen::triggers),
            of(
                    PathOperation.class,
                    "triggered-takes-credits",
                    "a consolidation takes the credits",
                    seen -> seen.triggers()
                            && seen.after().books().flushes()
                                    > seen.before().books().flushes()),
            of(
                    PathOperation.class,
                    "triggered-after-lost-report",
                    "a consolidation is triggered after the last one's report was lost",
                    seen -> seen.triggers() && seen.before().past().reportLost()),
            of(
                    PathOperation.class,
                    "trigger-suppressed",
                    "a consolidation is not triggered though the threshold is reached",
                    seen -> seen.saw(InterferenceReply.Suppressed.class)),
            of(
                    PathOperation.Consolidated.class,
                    "revisions-trimmed",
                    "old revisions are trimmed",
                    seen -> seen.reply().calls().stream()
                            .anyMatch(call ->
                                    call.reply() instanceof WorkingSetReply.Trimmed trimmed && trimmed.removed() > 0)),
            of(
                    PathOperation.class,
                    "queue-overflows",
                    "an item is dropped to make room",
                    seen -> seen.answeredWith(Fate.EMBEDDING_FAILS)
                            && seen.saw(QueueReply.Enqueued.class, enqueued -> enqueued.dropped() != null)),
            of(
                    PathOperation.Retried.class,
                    "requeue-worn-out",
                    "an item is given up after its last try",
                    seen -> seen.saw(
                                    QueueReply.Requeued.class,
                                    requeued -> !requeued.dropped().isEmpty())
                            && seen.before().of(Parts.QUEUE).size() == 0),
            of(
                    PathOperation.Retried.class,
                    "requeue-beyond-bound",
                    "more is given back than the queue has room for",
                    seen -> seen.saw(
                                    QueueReply.Requeued.class,
                                    requeued -> !requeued.dropped().isEmpty())
                            && seen.before().of(Parts.QUEUE).size() > 0
                            && seen.config().attempts() > 1),
            of(
                    PathOperation.class,
                    "waiting-after-restart",
                    "what waits for its embedding is queued again after a restart",
                    seen -> seen.reopens() && !seen.before().store().waiting().isEmpty()),
            of(
                    PathOperation.class,
                    "cursor-after-restart",
                    "the cursor goes on from where it stood before a restart",
                    seen -> seen.reopens() && seen.before().store().cursorMillis() > 0),
            of(
                    PathOperation.Consolidated.class,
                    "cursor-held",
                    "a late consolidation does not move the cursor back, after a restart",
                    seen -> seen.operation() instanceof PathOperation.Consolidated consolidated
                            && consolidated.outcome() == Outcome.PROGRESS
                            && seen.restarted()
                            && consolidated.millis() < seen.before().store().cursorMillis()),
            of(
                    PathOperation.class,
                    "chain-after-restart",
                    "an arrival follows one from before a restart",
                    seen -> seen.restarted()
                            && seen.saw(ArrivalsReply.Arrived.class, arrived -> arrived.previous() != null)),
            of(
                    PathOperation.Write.class,
                    "written-again",
                    "an old revision is written once more after a restart",
                    Seen::writesOldRevisionAgain));

    private PathSituations() {}

    /** Met by operations of this kind only; most are of another, and then nothing is looked at. */
    private static Situation<PathConfig, PathState, PathOperation, PathReply> of(
            Class<? extends PathOperation> kind, String id, String text, Predicate<Seen> met) {
        return new Situation<>(
                id,
                text,
                (config, before, operation, reply, after) ->
                        kind.isInstance(operation) && met.test(new Seen(config, before, operation, reply, after)));
    }
}
