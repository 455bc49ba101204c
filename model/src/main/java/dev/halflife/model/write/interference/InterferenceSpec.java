package dev.halflife.model.write.interference;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Lapse;
import dev.halflife.model.Rule;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import dev.halflife.model.write.interference.InterferenceState.Pending;
import java.util.List;
import java.util.Optional;

/**
 * What an interference tracker must do, under any {@link Contract}. Stateless; any thread may use it. A judgement visits
 * every namespace, as a total does.
 *
 * <p>Scores are float32 numbers; each may be off by one float epsilon of the sum for each addition that can have rounded, and
 * not at all where none can. A total that may lie on either side of the threshold may be taken either way, and a
 * namespace that may lie on either side of 1e-6 may be dropped or kept.
 *
 * <p>Decided where the specification is silent:
 *
 * <ul>
 *   <li>A score past the largest float, such as infinity, may make its namespace infinite (as published) or the largest
 *       float. Progress then takes all of it, and may take what came later with it.
 *   <li>A namespace to which only 0 was added may be listed or not.
 *   <li>Time that goes back has not passed: a cooldown still runs, and a request is not older. Of two triggers the later
 *       call or the later time may count as the last.
 *   <li>Under the strict contract a request is given up strictly after its lease, at any call that comes then. Where the clock
 *       goes back to before that, it may be pending again or not. Expiry leaves the cooldown of its trigger alone.
 *   <li>Feedback names no request: late feedback for an expired one is taken for the one that is pending by then.
 * </ul>
 */
public final class InterferenceSpec implements Spec<InterferenceState, InterferenceOperation, InterferenceReply> {

    /** The findings that concern an interference tracker. */
    public static final List<Finding> FINDINGS = List.of(Finding.F9);

    private static final List<InterferenceRule> RULES = List.of(InterferenceRule.values());

    private final InterferenceConfig config;
    private final boolean leased;

    /** A specification of the tracker made with {@code config}, judged by {@code contract}. */
    public InterferenceSpec(InterferenceConfig config, Contract contract) {
        this.config = config;
        this.leased = contract.asks(Finding.F9);
    }

    @Override
    public List<? extends Rule> rules() {
        return RULES;
    }

    @Override
    public InterferenceState initial() {
        return InterferenceState.EMPTY;
    }

    /** Every operation makes sense at any time. */
    @Override
    public Optional<String> refusal(InterferenceState state, InterferenceOperation operation) {
        return Optional.empty();
    }

    @Override
    public InterferenceReply predict(InterferenceState state, InterferenceOperation operation) {
        boolean pending = state.pending != null && !(leased && mustOutlive(state.pending, operation));
        return operation.match(new Prediction(state, pending));
    }

    @Override
    public Step<InterferenceState> judge(
            InterferenceState state, InterferenceOperation operation, InterferenceReply reply) {
        Pending pending = state.pending;
        if (pending == null) {
            return judge(state, operation, reply, false);
        }
        if (!leased) {
            return judge(state, operation, reply, true);
        }
        return mustOutlive(pending, operation)
                ? judgeOutlived(state, operation, reply)
                : judgeLeased(state, pending, operation, reply);
    }

    /** What only a request that is still pending explains, as the published rules have it, breaks F9. */
    private Step<InterferenceState> judgeOutlived(
            InterferenceState state, InterferenceOperation operation, InterferenceReply reply) {
        Step<InterferenceState> step = judge(state.withOutlived(true), operation, reply, false);
        if (step instanceof Step.Accepted<InterferenceState> accepted) {
            return new Step.Accepted<>(accepted.state(), accepted.exercised() | InterferenceRule.F9.bit());
        }
        boolean published = judge(state, operation, reply, true) instanceof Step.Accepted;
        return published && step instanceof Step.Rejected<InterferenceState> rejected
                ? new Step.Rejected<>(Blame.wedged(rejected.violation()))
                : step;
    }

    /** A request that is pending, unless a call that came after its lease, or may have, has given it up. */
    private Step<InterferenceState> judgeLeased(
            InterferenceState state, Pending pending, InterferenceOperation operation, InterferenceReply reply) {
        boolean mayOutlive = pending.trigger().mayOutlive(config.leaseNanos(), operation.atNanos());
        InterferenceState before = state.withOutlived(pending.outlived() || mayOutlive);
        Step<InterferenceState> step = judge(before, operation, reply, true);
        if (step instanceof Step.Accepted || before.pending == null || !before.pending.outlived()) {
            return step;
        }
        if (!(judge(before, operation, reply, false) instanceof Step.Accepted<InterferenceState> accepted)) {
            return step;
        }
        InterferenceState after = accepted.state();
        boolean givenUp = !mayOutlive && before.pending.equals(after.pending);
        return new Step.Accepted<>(givenUp ? after.released() : after, accepted.exercised());
    }

    /** Whether a request is pending that is given up before this operation. */
    boolean mustHaveOutlived(InterferenceState state, InterferenceOperation operation) {
        return state.pending != null && mustOutlive(state.pending, operation);
    }

    private boolean mustOutlive(Pending pending, InterferenceOperation operation) {
        return pending.trigger().mustOutlive(config.leaseNanos(), operation.atNanos());
    }

    private static Step<InterferenceState> judge(
            InterferenceState state, InterferenceOperation operation, InterferenceReply reply, boolean pending) {
        return operation.match(new Judgement(state, reply, pending));
    }

    @Override
    public List<Lapse<InterferenceState, InterferenceOperation, InterferenceReply>> lapses() {
        return InterferenceLapses.of(this, config, leased);
    }
}
