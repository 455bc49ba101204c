package dev.halflife.model.write.credits;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Lapse;
import dev.halflife.model.Rule;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What importance credits must do, for whole calls and for calls that overlap. Stateless; any thread may use it.
 *
 * <p>Under the strict contract every call takes effect at one instant between its begin and its return (Herlihy and Wing,
 * "Linearizability", TOPLAS 1990); under the published one it takes the published steps in between. The judge asks whether
 * there is any order of these that explains the replies. It does not ask a subject to have such steps: one that is told to
 * go on may do nothing, or everything. What is pending is read at rest only: within a call a count may run ahead of its
 * pile, and nobody is the worse for it.
 *
 * <p>Where the specification is silent: A6 does not hold for what was restored, as {@code restore} hands out nothing; the
 * next call that records at least one credit then takes the pile, and one that records none takes nothing (A3). The
 * published contract knows no restore: a restore is allowed there and does nothing, so that the same schedule can be put to
 * both contracts.
 */
public final class CreditsSpec implements Spec<CreditsState, CreditsOperation, CreditsReply> {

    /** The findings that concern credits. */
    public static final List<Finding> FINDINGS = List.of(Finding.F6);

    private static final List<CreditsRule> RULES = List.of(CreditsRule.values());

    private final CreditsConfig config;
    private final boolean strict;
    private final Automaton automaton;

    /** A specification of the credits made with {@code config}, judged by {@code contract}. */
    public CreditsSpec(CreditsConfig config, Contract contract) {
        this(config, contract.asks(Finding.F6));
    }

    private CreditsSpec(CreditsConfig config, boolean strict) {
        this(config, strict, strict ? new WholeCalls(config.threshold()) : new PublishedSteps(config.threshold()));
    }

    /** One whose calls work inside like this. */
    CreditsSpec(CreditsConfig config, boolean strict, Algorithm algorithm) {
        this.config = config;
        this.strict = strict;
        this.automaton = new Automaton(algorithm);
    }

    @Override
    public List<? extends Rule> rules() {
        return RULES;
    }

    @Override
    public CreditsState initial() {
        return CreditsState.initial();
    }

    @Override
    public Optional<String> refusal(CreditsState state, CreditsOperation operation) {
        if (operation instanceof CreditsOperation.Begin begin) {
            if (begin.caller() > config.callers()) {
                return Optional.of("there is no caller " + begin.caller() + " among " + config.callers());
            }
            return state.running(begin.caller()).map(call -> "caller " + begin.caller() + " is running a call");
        }
        if (operation instanceof CreditsOperation.Step step) {
            return idle(state, step.caller());
        }
        if (operation instanceof CreditsOperation.Finish finish) {
            return idle(state, finish.caller());
        }
        if (operation instanceof CreditsOperation.Pending && !state.isAtRest()) {
            return Optional.of("what is pending can only be read at rest, and a call is running");
        }
        if (operation instanceof CreditsOperation.Restore restore && !state.handedOut.containsKey(restore.flush())) {
            return Optional.of("flush " + restore.flush()
                    + " was never handed out, was restored before, or is not among the last "
                    + CreditsState.REMEMBERED_FLUSHES + " flushes");
        }
        return Optional.empty();
    }

    private static Optional<String> idle(CreditsState state, int caller) {
        return state.running(caller).isPresent()
                ? Optional.empty()
                : Optional.of("caller " + caller + " is running no call");
    }

    @Override
    public CreditsReply predict(CreditsState state, CreditsOperation operation) {
        return operation.match(new Prediction(automaton.algorithm, state.machines.get(0)));
    }

    @Override
    public Step<CreditsState> judge(CreditsState state, CreditsOperation operation, CreditsReply reply) {
        Optional<List<Machine>> explained =
                automaton.after(state.machines, operation, reply, comesBack(state, operation));
        if (explained.isEmpty()) {
            return new Step.Undecided<>("more than " + Automaton.MOST_MACHINES
                    + " orders of the running calls' steps would have to be followed");
        }
        List<Machine> machines = explained.get();
        if (machines.isEmpty()) {
            return new Step.Rejected<>(new Blame(config, automaton, state).violation(operation, reply));
        }
        CreditsState next = state.with(machines);
        return new Step.Accepted<>(
                operation.match(new Bookkeeping(next, reply)),
                operation.match(new Exercised(config, strict, state, reply)));
    }

    @Override
    public List<Lapse<CreditsState, CreditsOperation, CreditsReply>> lapses() {
        return strict ? CreditsLapses.of(config) : List.of();
    }

    private static @Nullable Pile comesBack(CreditsState state, CreditsOperation operation) {
        return operation instanceof CreditsOperation.Restore restore ? state.handedOut.get(restore.flush()) : null;
    }
}
