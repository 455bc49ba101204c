package dev.halflife.sim.write.world;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Lapse;
import dev.halflife.model.Operation;
import dev.halflife.model.Rule;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the write path must do as a whole: every call on a part is judged by that part's specification; that the right calls
 * are made, and what comes of all together, by X1 to X8.
 *
 * <p>Of the calls that one operation makes, those on the same part come in a fixed order; between parts any order will do.
 * X1 is asked only of a contract with the strict choice of F6, as the published credits travel without their counts and
 * never come back from a store that failed; X2 always.
 */
final class PathSpec implements Spec<PathState, PathOperation, PathReply> {

    private final PathConfig config;
    private final Contract contract;
    private final List<Spec<?, ?, ?>> specs;
    private final PathState initial;
    private final boolean lapse;

    PathSpec(PathConfig config, Contract contract) {
        this(config, contract, false);
    }

    private PathSpec(PathConfig config, Contract contract, boolean lapse) {
        this(
                config,
                contract,
                lapse,
                Parts.ALL.stream()
                        .<Spec<?, ?, ?>>map(part -> part.spec(config, contract))
                        .toList(),
                PathState.initial(config, contract));
    }

    private PathSpec(
            PathConfig config, Contract contract, boolean lapse, List<Spec<?, ?, ?>> specs, PathState initial) {
        this.config = config;
        this.contract = contract;
        this.lapse = lapse;
        this.specs = specs;
        this.initial = initial;
    }

    /** The same with one part that is specified otherwise. */
    private PathSpec with(Part<?, ?, ?, ?> part, Spec<?, ?, ?> other) {
        List<Spec<?, ?, ?>> others = new ArrayList<>(specs);
        others.set(part.place(), other);
        return new PathSpec(config, contract, lapse, others, initial);
    }

    /** The findings, of the world and its parts at once, and those of the parts; what the world does wrong itself is seen at once. */
    @Override
    public List<Lapse<PathState, PathOperation, PathReply>> lapses() {
        List<Lapse<PathState, PathOperation, PathReply>> all = new ArrayList<>();
        for (Part<?, ?, ?, ?> part : Parts.ALL) {
            for (Finding finding : part.component().findings()) {
                if (contract.asks(finding)) {
                    all.add(new Lapse<>(
                            PathRules.of(part, finding), new PathSpec(config, contract.with(finding, false), true)));
                }
            }
        }
        for (Part<?, ?, ?, ?> part : Parts.ALL) {
            for (Lapse<?, ?, ?> lapse : specs.get(part.place()).lapses()) {
                all.add(new Lapse<>(PathRules.of(part, lapse.rule()), with(part, lapse.spec()), lapse.atTimes()));
            }
        }
        return all;
    }

    PathConfig config() {
        return config;
    }

    /** The parts before anything happened. */
    PartStates fresh() {
        return initial.parts();
    }

    boolean asks(Finding finding) {
        return contract.asks(finding);
    }

    /** A part's specification. The list holds each part's own, at its place. */
    @SuppressWarnings("unchecked")
    <S, O extends Operation<O>, R> Spec<S, O, R> of(Part<?, S, O, R> part) {
        return (Spec<S, O, R>) specs.get(part.place());
    }

    /** Whether it says what a subject does that breaks one rule of a contract, and not what a contract asks. */
    boolean isLapse() {
        return lapse;
    }

    @Override
    public List<? extends Rule> rules() {
        return PathRules.ALL;
    }

    @Override
    public PathState initial() {
        return initial;
    }

    @Override
    public Optional<String> refusal(PathState state, PathOperation operation) {
        return operation.match(new PathRefusal(config, state));
    }

    /** Costs the making of a whole runtime, in the state that this one is in. */
    @Override
    public PathReply predict(PathState state, PathOperation operation) {
        return new PathRuntime(config, new PredictedParts(this, state), state).apply(operation);
    }

    @Override
    public Step<PathState> judge(PathState state, PathOperation operation, PathReply reply) {
        return new PathJudgement(this, state, operation, reply).verdict();
    }
}
