package dev.halflife.sim.write.credits;

import dev.halflife.model.write.credits.Call;
import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.model.write.credits.CreditsReply;
import dev.halflife.model.write.credits.CreditsState;
import dev.halflife.model.write.credits.Flush;
import dev.halflife.model.write.credits.Pile;
import dev.halflife.sim.component.Situation;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a campaign of credits must have met. */
final class CreditsSituations {

    /** One accepted step. */
    private record Seen(
            CreditsConfig config,
            CreditsState before,
            CreditsOperation operation,
            CreditsReply reply,
            CreditsState after) {

        /** The call that begins with this step, on its own or to overlap. */
        Optional<Call> begun() {
            if (operation instanceof CreditsOperation.RecordIds record) {
                return Optional.of(new Call.RecordIds(record.ids()));
            }
            if (operation instanceof CreditsOperation.Begin begin) {
                return Optional.of(begin.call());
            }
            return operation instanceof CreditsOperation.Drain ? Optional.of(new Call.Drain()) : Optional.empty();
        }

        boolean beginsRecord() {
            return begun().filter(Call.RecordIds.class::isInstance).isPresent();
        }

        boolean beginsDrain() {
            return begun().filter(Call.Drain.class::isInstance).isPresent();
        }

        long credits() {
            return begun().map(CreditsSituations::credits).orElse(0L);
        }

        boolean runs(Predicate<Call> which) {
            return running(which) > 0;
        }

        int running(Predicate<Call> which) {
            int running = 0;
            for (int caller = 1; caller <= CreditsConfig.MOST_CALLERS; caller++) {
                running += before.running(caller).filter(which).isPresent() ? 1 : 0;
            }
            return running;
        }

        /** What a whole call recorded that reaches the threshold takes. */
        Optional<Flush> takenByRecord() {
            return operation instanceof CreditsOperation.RecordIds ? taken() : Optional.empty();
        }

        Optional<Flush> taken() {
            return reply instanceof CreditsReply.Returned returned
                    ? Optional.ofNullable(returned.flush())
                    : Optional.empty();
        }

        boolean takes(Predicate<Pile> which) {
            return taken().map(Flush::atLeast).filter(which).isPresent();
        }

        boolean returnsNothing() {
            return reply instanceof CreditsReply.Returned && taken().isEmpty();
        }

        boolean isFull(CreditsState state) {
            return state.isAtRest() && state.pile().credits() >= config.threshold();
        }
    }

    static final List<Situation<CreditsConfig, CreditsState, CreditsOperation, CreditsReply>> ALL = List.of(
            of(
                    "flush-at-threshold",
                    "a record brings the count to exactly the threshold",
                    seen -> seen.takenByRecord().isPresent()
                            && seen.takes(
                                    pile -> pile.credits() == seen.config().threshold())),
            of(
                    "flush-past-threshold",
                    "a record brings the count past the threshold",
                    seen -> seen.takenByRecord().isPresent()
                            && seen.takes(pile -> pile.credits() > seen.config().threshold())),
            of(
                    "empty-record",
                    "nothing is recorded while credits are pending",
                    seen -> seen.beginsRecord()
                            && seen.credits() == 0
                            && !seen.before().pile().isEmpty()),
            of(
                    "empty-drain",
                    "a drain finds nothing",
                    seen -> seen.operation() instanceof CreditsOperation.Drain && seen.returnsNothing()),
            of(
                    "full-drain",
                    "a drain takes what is pending",
                    seen -> seen.operation() instanceof CreditsOperation.Drain
                            && seen.taken().isPresent()),
            of(
                    "overlapping-records",
                    "a record begins while another runs",
                    seen -> seen.beginsRecord() && seen.runs(Call.RecordIds.class::isInstance)),
            of(
                    "drain-while-recording",
                    "a drain begins while a record runs",
                    seen -> seen.beginsDrain() && seen.runs(Call.RecordIds.class::isInstance)),
            of(
                    "record-while-draining",
                    "a record begins while a drain runs",
                    seen -> seen.beginsRecord() && seen.runs(Call.Drain.class::isInstance)),
            of(
                    "overlapping-drains",
                    "a drain begins while another runs",
                    seen -> seen.beginsDrain() && seen.runs(Call.Drain.class::isInstance)),
            of("three-callers", "three calls run at once", seen -> seen.running(call -> true) == 3),
            of(
                    "two-past-the-threshold",
                    "a record begins that reaches the threshold, while another runs that did so, too",
                    seen -> seen.beginsRecord()
                            && seen.before().pile().credits() + seen.credits()
                                    >= seen.config().threshold()
                            && seen.runs(call -> seen.before().pile().credits() + credits(call)
                                    >= seen.config().threshold())),
            of(
                    "takes-a-running-call",
                    "a call takes credits of one that has not returned",
                    seen -> seen.operation() instanceof CreditsOperation.RecordIds
                            && seen.takes(pile ->
                                    pile.credits() > seen.before().pile().credits() + seen.credits())),
            of(
                    "open",
                    "a reply leaves open what running calls have done",
                    seen -> seen.after().possibilities() > 1),
            of(
                    "repeated-id",
                    "an id is in a flush more than once",
                    seen -> seen.takes(pile -> pile.credits() > pile.counts().size())),
            of(
                    "restored",
                    "a flush comes back while nothing is pending",
                    seen -> seen.operation() instanceof CreditsOperation.Restore
                            && seen.before().pile().isEmpty()),
            of(
                    "restored-onto-a-pile",
                    "a flush comes back while credits are pending",
                    seen -> seen.operation() instanceof CreditsOperation.Restore
                            && !seen.before().pile().isEmpty()),
            of(
                    "restored-while-running",
                    "a flush comes back while a call runs",
                    seen -> seen.operation() instanceof CreditsOperation.Restore && seen.runs(call -> true)),
            of(
                    "restored-past-threshold",
                    "a flush comes back and leaves the count at or past the threshold",
                    seen -> seen.operation() instanceof CreditsOperation.Restore && seen.isFull(seen.after())),
            of(
                    "restored-out-of-order",
                    "a flush comes back after one that was handed out later",
                    seen -> seen.operation() instanceof CreditsOperation.Restore restore
                            && restore.flush() < seen.before().flushes()
                            && seen.before().flush(restore.flush() + 1).isEmpty()),
            of(
                    "record-past-threshold",
                    "a record takes what a restore left past the threshold",
                    seen -> seen.takenByRecord().isPresent() && seen.isFull(seen.before())),
            of(
                    "empty-record-past-threshold",
                    "nothing is recorded while the count is at or past the threshold",
                    seen -> seen.operation() instanceof CreditsOperation.RecordIds record
                            && record.ids().isEmpty()
                            && seen.isFull(seen.before())),
            of(
                    "real-threshold",
                    "a record takes 256 credits or more",
                    seen -> seen.takenByRecord().isPresent()
                            && seen.takes(pile -> pile.credits() >= CreditsConfig.DEFAULT_THRESHOLD)));

    private CreditsSituations() {}

    private static long credits(Call call) {
        return call instanceof Call.RecordIds record ? record.ids().size() : 0;
    }

    private static Situation<CreditsConfig, CreditsState, CreditsOperation, CreditsReply> of(
            String id, String text, Predicate<Seen> met) {
        return new Situation<>(
                id,
                text,
                (config, before, operation, reply, after) ->
                        met.test(new Seen(config, before, operation, reply, after)));
    }
}
