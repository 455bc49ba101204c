package dev.halflife.sim.heat;

import dev.halflife.model.heat.Belief;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatOperation.Bump;
import dev.halflife.model.heat.HeatOperation.Commit;
import dev.halflife.model.heat.HeatOperation.Observe;
import dev.halflife.model.heat.HeatOperation.Remove;
import dev.halflife.model.heat.HeatOperation.Rollback;
import dev.halflife.model.heat.HeatOperation.Tick;
import dev.halflife.model.heat.HeatOperation.Touch;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.model.heat.HeatReply.Emission;
import dev.halflife.model.heat.HeatState;
import dev.halflife.sim.component.Situation;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a campaign of registry schedules must have met. */
final class HeatSituations {

    private static final List<Class<? extends HeatOperation>> ANY = List.of();
    private static final List<Class<? extends HeatOperation>> BUMP = List.of(Bump.class);
    private static final List<Class<? extends HeatOperation>> TOUCH = List.of(Touch.class);
    private static final List<Class<? extends HeatOperation>> READ = List.of(Bump.class, Touch.class);
    private static final List<Class<? extends HeatOperation>> TICK = List.of(Tick.class);
    private static final List<Class<? extends HeatOperation>> COMMIT = List.of(Commit.class);
    private static final List<Class<? extends HeatOperation>> ANSWER = List.of(Commit.class, Rollback.class);
    private static final List<Class<? extends HeatOperation>> REMOVE = List.of(Remove.class);
    private static final List<Class<? extends HeatOperation>> OBSERVE = List.of(Observe.class);

    private static final List<Situation<HeatConfig, HeatState, HeatOperation, HeatReply>> OF_ALL = List.of(
            of(
                    "evicted-owing",
                    "a key is evicted that peers may believe hot",
                    READ,
                    (config, before, operation, reply, after) -> evicts(before, reply, HeatSituations::mayBeHot)),
            of(
                    "evicted-owing-nothing",
                    "a key is evicted that peers never heard of, or was withdrawn",
                    READ,
                    (config, before, operation, reply, after) ->
                            evicts(before, reply, (state, key) -> !mayBeHot(state, key))),
            of(
                    "returns-owed",
                    "a key comes back that still owes a withdrawal",
                    READ,
                    (config, before, operation, reply, after) ->
                            reads(operation, key -> !tracked(before, key) && mayBeHot(before, key))),
            of(
                    "owed-overflow",
                    "an owed withdrawal is dropped because the cap is reached",
                    ANY,
                    (config, before, operation, reply, after) ->
                            after.droppedWithdrawals() > before.droppedWithdrawals()),
            of(
                    "decayed-to-zero",
                    "a counter with a rate is bumped after a silence that takes it to 0",
                    BUMP,
                    (config, before, operation, reply, after) -> operation instanceof Bump bump
                            && before.rate(bump.key()).orElse(0) > 0
                            && before.rateAt(bump.key(), bump.atNanos()).orElse(1) == 0),
            of(
                    "own-half-life",
                    "a counter is made with a half-life of its own",
                    BUMP,
                    (config, before, operation, reply, after) -> operation instanceof Bump bump
                            && bump.halfLifeNanos() != HeatOperation.POLICY_HALF_LIFE
                            && !tracked(before, bump.key())),
            of(
                    "other-half-life",
                    "a tracked counter is touched or bumped with another half-life",
                    TOUCH,
                    (config, before, operation, reply, after) -> operation instanceof Touch touch
                            && touch.halfLifeNanos() != HeatOperation.POLICY_HALF_LIFE
                            && tracked(before, touch.key())),
            of(
                    "clock-back",
                    "a counter is read at a time before the one it is as of",
                    OBSERVE,
                    (config, before, operation, reply, after) -> operation instanceof Observe observe
                            && reply instanceof HeatReply.Tracked seen
                            && seen.asOfNanos() != null
                            && seen.asOfNanos() > observe.atNanos()),
            of(
                    "withdrawal",
                    "a tick announces a withdrawal",
                    TICK,
                    (config, before, operation, reply, after) -> announces(reply, emission -> emission.rate() == 0)),
            of(
                    "falling-rate",
                    "a tick announces a lower rate than the one before",
                    TICK,
                    (config, before, operation, reply, after) -> announces(
                            reply,
                            emission -> emission.rate() > 0
                                    && before.belief(emission.key()).orElse(Belief.Unsettled.NEVER)
                                            instanceof Belief.Announced told
                                    && told.rate() > emission.rate())),
            of(
                    "on-the-threshold",
                    "a tick announces a rate of exactly the emit ratio times the one before",
                    TICK,
                    (config, before, operation, reply, after) -> announces(
                            reply,
                            emission -> before.belief(emission.key()).orElse(Belief.Unsettled.NEVER)
                                            instanceof Belief.Announced told
                                    && told.rate() * config.policy().emitRatio() == emission.rate())),
            of(
                    "nothing-to-say",
                    "a tick over tracked keys announces nothing under an enabled policy",
                    TICK,
                    (config, before, operation, reply, after) -> config.policy().enabled()
                            && before.size() > 0
                            && reply instanceof HeatReply.Ticked ticked
                            && ticked.emissions().isEmpty()),
            of(
                    "disabled",
                    "a tick over tracked keys under a disabled policy",
                    TICK,
                    (config, before, operation, reply, after) ->
                            before.size() > 0 && !config.policy().enabled()),
            of(
                    "pruned-at-tick",
                    "a tick prunes a counter",
                    TICK,
                    (config, before, operation, reply, after) -> after.size() < before.size()),
            of(
                    "pruned-at-commit",
                    "a commit prunes a counter",
                    COMMIT,
                    (config, before, operation, reply, after) -> after.size() < before.size()),
            of(
                    "answer-out-of-order",
                    "a tick is answered after a later one was issued",
                    ANSWER,
                    (config, before, operation, reply, after) -> answers(operation, tick -> before.issued(tick + 1))),
            of(
                    "answer-for-the-departed",
                    "a tick is answered that announced a key which is tracked no more",
                    ANSWER,
                    (config, before, operation, reply, after) ->
                            answers(operation, tick -> any(before.issuedKeys(tick), key -> !tracked(before, key)))),
            of(
                    "partial-answer",
                    "a part of a tick is committed",
                    COMMIT,
                    (config, before, operation, reply, after) ->
                            operation instanceof Commit commit && isPartial(before, commit)),
            of(
                    "uncapped",
                    "a tick over more than two keys without a cap",
                    TICK,
                    (config, before, operation, reply, after) -> config.cap() == 0 && before.size() > 2));

    private static final List<Situation<HeatConfig, HeatState, HeatOperation, HeatReply>> OF_MARKS = List.of(
            of(
                    "evicted-in-flight",
                    "a key is evicted while in flight",
                    READ,
                    (config, before, operation, reply, after) -> evicts(before, reply, HeatState::inFlight)),
            of(
                    "removed-in-flight",
                    "a key is removed while in flight",
                    REMOVE,
                    (config, before, operation, reply, after) ->
                            operation instanceof Remove remove && before.inFlight(remove.key())),
            of(
                    "held-back-in-flight",
                    "a tick passes over a key because it is in flight",
                    TICK,
                    (config, before, operation, reply, after) -> reply instanceof HeatReply.Ticked ticked
                            && any(
                                    before.trackedKeys(),
                                    key -> before.inFlight(key)
                                            && !announces(
                                                    ticked,
                                                    emission -> emission.key().equals(key)))),
            of(
                    "lease-over",
                    "a tick announces a key whose mark is older than the lease",
                    TICK,
                    (config, before, operation, reply, after) ->
                            announces(reply, emission -> before.inFlight(emission.key()))));

    private static final List<Situation<HeatConfig, HeatState, HeatOperation, HeatReply>> WITH_MARKS =
            Stream.of(OF_ALL, OF_MARKS).flatMap(List::stream).toList();

    private HeatSituations() {}

    /** Those of a registry with or without marks. */
    static List<Situation<HeatConfig, HeatState, HeatOperation, HeatReply>> of(boolean marks) {
        return marks ? WITH_MARKS : OF_ALL;
    }

    private static Situation<HeatConfig, HeatState, HeatOperation, HeatReply> of(
            String id,
            String text,
            List<Class<? extends HeatOperation>> at,
            Situation.Witness<HeatConfig, HeatState, HeatOperation, HeatReply> witness) {
        return new Situation<>(id, text, at, witness);
    }

    private static boolean evicts(HeatState before, HeatReply reply, BiPredicate<HeatState, String> which) {
        String evicted = reply instanceof HeatReply.Bumped bumped
                ? bumped.evicted()
                : reply instanceof HeatReply.Touched touched ? touched.evicted() : null;
        return evicted != null && which.test(before, evicted);
    }

    private static boolean announces(HeatReply reply, Predicate<Emission> which) {
        if (reply instanceof HeatReply.Ticked ticked) {
            for (Emission emission : ticked.emissions()) {
                if (which.test(emission)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean reads(HeatOperation operation, Predicate<String> key) {
        return operation instanceof Bump bump
                ? key.test(bump.key())
                : operation instanceof Touch touch && key.test(touch.key());
    }

    private static boolean answers(HeatOperation operation, LongPredicate tick) {
        return operation instanceof Commit commit
                ? tick.test(commit.tick())
                : operation instanceof Rollback rollback && tick.test(rollback.tick());
    }

    private static boolean isPartial(HeatState before, Commit commit) {
        List<String> part = commit.keys();
        return part != null && !part.isEmpty() && any(before.issuedKeys(commit.tick()), key -> !part.contains(key));
    }

    private static boolean tracked(HeatState state, String key) {
        return state.rate(key).isPresent();
    }

    private static boolean mayBeHot(HeatState state, String key) {
        return state.belief(key).filter(Belief::mayBeHot).isPresent();
    }

    private static boolean any(Iterable<String> keys, Predicate<String> which) {
        for (String key : keys) {
            if (which.test(key)) {
                return true;
            }
        }
        return false;
    }
}
