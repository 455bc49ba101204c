package dev.halflife.model.heat;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Lapse;
import dev.halflife.model.Rule;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a heat registry must do, with or without marks, under any {@link Contract}. Stateless; any thread may use it.
 *
 * <p>A judgement costs a look-up and one power for a bump, one power per tracked key for a tick, a scan of all keys for
 * an eviction; a commit visits the announced keys and those that may be pruned.
 */
public final class HeatSpec implements Spec<HeatState, HeatOperation, HeatReply> {

    /** The findings that concern a registry with marks. */
    public static final List<Finding> FINDINGS =
            List.of(Finding.F1, Finding.F2, Finding.F3, Finding.F4, Finding.F5, Finding.F10, Finding.F13);

    /** How many states a judge follows where the rules leave open (D4, F3) what nobody has seen. */
    static final int MOST_STATES = 4096;

    private static final List<HeatRule> RULES = List.copyOf(EnumSet.range(HeatRule.D1, HeatRule.F13));

    private final Terms terms;

    /** A specification of the registry made with {@code config}, judged by {@code contract}. */
    public HeatSpec(HeatConfig config, Contract contract) {
        this(Terms.of(config, contract));
    }

    HeatSpec(Terms terms) {
        this.terms = terms;
    }

    @Override
    public List<? extends Rule> rules() {
        return RULES;
    }

    @Override
    public HeatState initial() {
        return HeatState.EMPTY;
    }

    @Override
    public Optional<String> refusal(HeatState state, HeatOperation operation) {
        if (operation instanceof HeatOperation.Tick tick) {
            return state.issued(tick.number())
                    ? Optional.of("tick " + tick.number() + " was issued before; each tick needs a number of its own")
                    : Optional.empty();
        }
        if (operation instanceof HeatOperation.Commit commit) {
            return refusal(state, commit.tick(), commit.keys());
        }
        if (operation instanceof HeatOperation.Rollback rollback) {
            return refusal(state, rollback.tick(), rollback.keys());
        }
        return Optional.empty();
    }

    private static Optional<String> refusal(HeatState state, long tick, @Nullable List<String> keys) {
        Announced announced = state.issues.get(tick);
        if (announced == null) {
            return Optional.of("tick " + tick + " was never issued, or is not among the last "
                    + HeatState.REMEMBERED_TICKS + " ticks");
        }
        if (keys != null && !announced.hasAll(keys)) {
            return Optional.of("tick " + tick + " did not announce every key of this part of it");
        }
        return Optional.empty();
    }

    @Override
    public HeatReply predict(HeatState state, HeatOperation operation) {
        return operation.match(new Prediction(terms, state));
    }

    @Override
    public Step<HeatState> judge(HeatState state, HeatOperation operation, HeatReply reply) {
        if (state.others.isEmpty()) {
            return judgeOne(state, operation, reply);
        }
        return judgeAny(state.each(), operation, reply);
    }

    @Override
    public List<Lapse<HeatState, HeatOperation, HeatReply>> lapses() {
        return new HeatLapses(terms).all();
    }

    @Override
    public int difference(HeatReply expected, HeatReply seen) {
        return HeatDifference.of(expected, seen);
    }

    Step<HeatState> judgeOne(HeatState state, HeatOperation operation, HeatReply reply) {
        return operation.match(new Judgement(terms, state, reply));
    }

    /** Keeps each of the possible states that allows the reply; wrong is only what none of them allows. */
    private Step<HeatState> judgeAny(List<HeatState> states, HeatOperation operation, HeatReply reply) {
        Set<HeatState> possible = new LinkedHashSet<>();
        long exercised = 0;
        for (HeatState state : states) {
            Step<HeatState> step = judgeOne(state, operation, reply);
            if (step instanceof Step.Undecided<HeatState>) {
                return step;
            }
            if (step instanceof Step.Accepted<HeatState> accepted) {
                exercised |= accepted.exercised();
                possible.add(accepted.state().alone());
                possible.addAll(accepted.state().others);
            }
        }
        return possible.isEmpty()
                ? judgeOne(nearest(states, operation, reply), operation, reply)
                : oneOf(new ArrayList<>(possible), exercised);
    }

    /** Of states that all forbid the reply the one that would have replied most alike: what it says is wrong is likeliest. */
    private HeatState nearest(List<HeatState> states, HeatOperation operation, HeatReply reply) {
        return Collections.min(states, Comparator.comparingInt(state -> difference(predict(state, operation), reply)));
    }

    /** Any of these states, as one; the first is the one the law itself would lead to. */
    static Step<HeatState> oneOf(List<HeatState> possible, long exercised) {
        HeatState first = possible.get(0);
        if (possible.size() == 1) {
            return new Step.Accepted<>(first, exercised);
        }
        if (possible.size() > MOST_STATES) {
            return new Step.Undecided<>(
                    "more than " + MOST_STATES + " states are possible: unseen rates may be 0 or not (D4),"
                            + " or any of several keys was the longest owed (F3)");
        }
        return new Step.Accepted<>(first.withOthers(List.copyOf(possible.subList(1, possible.size()))), exercised);
    }
}
