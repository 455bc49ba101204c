package dev.halflife.sim.world;

import dev.halflife.model.heat.Belief;
import dev.halflife.model.heat.DecayLaw;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.model.heat.HeatReply.Emission;
import dev.halflife.sim.component.Situation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** What a campaign of worlds must have met. */
final class MeshSituations {

    /** One accepted step. */
    private record Seen(
            MeshConfig config, MeshState before, MeshOperation operation, MeshReply reply, MeshState after) {

        Optional<String> evicted() {
            return !reply.calls().isEmpty() && reply.calls().get(0).reply() instanceof HeatReply.Bumped bumped
                    ? Optional.ofNullable(bumped.evicted())
                    : Optional.empty();
        }

        boolean evicted(Predicate<String> which) {
            return evicted().filter(which).isPresent();
        }

        List<Emission> announced() {
            return reply.batches().isEmpty() ? List.of() : reply.batches().get(0);
        }

        /** A round, and a tracked key of which this is true. */
        boolean roundWith(Predicate<String> which) {
            if (operation instanceof MeshOperation.Round) {
                for (String key : before.heat().trackedKeys()) {
                    if (which.test(key)) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** A round that announces something of which this is true. */
        boolean announces(Predicate<Emission> which) {
            for (Emission emission : announced()) {
                if (which.test(emission)) {
                    return true;
                }
            }
            return false;
        }

        boolean isSilent(String key) {
            OptionalDouble rate = before.heat().rateAt(key, operation.atNanos());
            return rate.isPresent() && rate.getAsDouble() == 0;
        }

        /** An answer about a key whose counter went while the round hung, and which is tracked again, or is not. */
        boolean answeredAfterGone(boolean trackedAgain) {
            if (!(operation instanceof MeshOperation.Answer answer)) {
                return false;
            }
            for (Map.Entry<String, Long> gone : before.gone().entrySet()) {
                boolean tracked = before.heat().rate(gone.getKey()).isPresent();
                if (gone.getValue() == answer.round() && tracked == trackedAgain) {
                    return true;
                }
            }
            return false;
        }

        boolean mayBeHot(String key) {
            return before.heat().belief(key).filter(Belief::mayBeHot).isPresent();
        }

        boolean isOnThreshold(String key) {
            if (!(before.heat().belief(key).orElse(Belief.Unsettled.NEVER) instanceof Belief.Announced told)) {
                return false;
            }
            OptionalDouble rate = before.heat().rateAt(key, operation.atNanos());
            return rate.isPresent()
                    && Math.max(rate.getAsDouble() / told.rate(), told.rate() / rate.getAsDouble())
                            == config.heat().policy().emitRatio();
        }
    }

    static final List<Situation<MeshConfig, MeshState, MeshOperation, MeshReply>> ALL = List.of(
            of(
                    "eviction-in-flight",
                    "a key is evicted while in flight",
                    seen -> seen.evicted(seen.before().handed()::containsKey)),
            of(
                    "answer-after-removal",
                    "an acknowledgement comes after its key was removed or evicted",
                    seen -> seen.answeredAfterGone(false)),
            of(
                    "answer-after-return",
                    "an acknowledgement comes after its key was removed and came back",
                    seen -> seen.answeredAfterGone(true)),
            of(
                    "read-in-flight",
                    "a key is read between its tick and the answer",
                    seen -> seen.operation() instanceof MeshOperation.Read read
                            && seen.before().handed().containsKey(read.key())),
            of(
                    "overlapping-ticks",
                    "a round begins while another is not answered",
                    seen -> seen.operation() instanceof MeshOperation.Round
                            && seen.before().hanging().values().stream().anyMatch(batch -> !batch.lost())),
            of(
                    "on-the-threshold",
                    "a rate's quotient is exactly the emit ratio",
                    seen -> seen.roundWith(seen::isOnThreshold)),
            of(
                    "silent-in-flight",
                    "a rate decays to 0 while its key is in flight",
                    seen -> seen.roundWith(key -> seen.before().handed().containsKey(key) && seen.isSilent(key))),
            of(
                    "long-outage",
                    "the sink works again after an outage longer than anything takes to decay",
                    seen -> seen.operation() instanceof MeshOperation.Round round
                            && seen.before().clockwork().troubleNanos() != MeshState.Clockwork.NEVER
                            && round.fate() == Fate.DELIVERED
                            && round.atNanos() - seen.before().clockwork().troubleNanos()
                                    > DecayLaw.SILENCE_HALF_LIVES
                                            * seen.config().heat().policy().halfLifeNanos()),
            of(
                    "withdrawal-fails",
                    "a withdrawal fails",
                    seen -> seen.operation() instanceof MeshOperation.Round round
                            && round.fate().answered() == Fate.Answered.REFUSED
                            && seen.announces(emission -> emission.rate() == 0)),
            of(
                    "hot-again",
                    "a key is announced again after a withdrawal",
                    seen -> seen.announces(emission -> emission.rate() > 0
                            && seen.before()
                                    .heat()
                                    .belief(emission.key())
                                    .filter(Belief::isWithdrawn)
                                    .isPresent())),
            of(
                    "clock-back",
                    "a read comes with a time before the last tick",
                    seen -> seen.operation() instanceof MeshOperation.Read read
                            && read.atNanos() < seen.before().clockwork().lastTickNanos()),
            of(
                    "cap-1",
                    "a round over a cap of 1",
                    seen -> isRound(seen) && seen.config().heat().cap() == 1),
            of(
                    "cap-0",
                    "a round without a cap",
                    seen -> isRound(seen) && seen.config().heat().cap() == 0),
            of(
                    "disabled",
                    "a round under a disabled policy",
                    seen -> isRound(seen) && !seen.config().heat().policy().enabled()),
            of(
                    "all-evicted",
                    "as many keys as the cap, at least 2, are evicted between two rounds",
                    seen -> seen.config().heat().cap() > 1
                            && seen.after().clockwork().evictions()
                                    >= seen.config().heat().cap()),
            of(
                    "evicted-owing-nothing",
                    "a key is evicted that owes nothing",
                    seen -> seen.evicted(key -> !seen.mayBeHot(key))),
            of("evicted-owing", "a key is evicted that owes a withdrawal", seen -> seen.evicted(seen::mayBeHot)));

    private MeshSituations() {}

    private static boolean isRound(Seen seen) {
        return seen.operation() instanceof MeshOperation.Round;
    }

    private static Situation<MeshConfig, MeshState, MeshOperation, MeshReply> of(
            String id, String text, Predicate<Seen> met) {
        return new Situation<>(
                id,
                text,
                (config, before, operation, reply, after) ->
                        met.test(new Seen(config, before, operation, reply, after)));
    }
}
