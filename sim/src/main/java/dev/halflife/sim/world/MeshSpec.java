package dev.halflife.sim.world;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Lapse;
import dev.halflife.model.Rule;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.model.heat.HeatRule;
import dev.halflife.model.heat.HeatSpec;
import dev.halflife.model.heat.HeatState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * What the mesh must do: every call on the registry is judged by {@link HeatSpec}, every driver by S1, and what peers were
 * told by S2 to S5. S4 and S5 are asked only of a contract that promises them: one with every strict choice.
 */
final class MeshSpec implements Spec<MeshState, MeshOperation, MeshReply> {

    /** How many delivered rounds after the last fault must settle everything (S5). */
    static final int ROUNDS_TO_SETTLE = 2;

    private static final List<HeatRule> RULES = List.of(HeatRule.values());

    private final MeshConfig config;
    private final Contract contract;
    private final Spec<HeatState, HeatOperation, HeatReply> heat;

    MeshSpec(MeshConfig config, Contract contract) {
        this(config, contract, new HeatSpec(config.heat(), contract));
    }

    /** With the registry judged by another specification, for blame. */
    private MeshSpec(MeshConfig config, Contract contract, Spec<HeatState, HeatOperation, HeatReply> heat) {
        this.config = config;
        this.contract = contract;
        this.heat = heat;
    }

    /** Findings keep their names; what else shows in the whole mesh is S1 to S5; all that is left is as in a registry. */
    @Override
    public List<Lapse<MeshState, MeshOperation, MeshReply>> lapses() {
        List<Lapse<MeshState, MeshOperation, MeshReply>> lapses = new ArrayList<>();
        for (Finding finding : HeatSpec.FINDINGS) {
            if (contract.asks(finding)) {
                Contract without = contract.with(finding, false);
                lapses.add(new Lapse<>(HeatRule.valueOf(finding.name()), new MeshSpec(config, without)));
            }
        }
        for (HeatRule rule : EnumSet.range(HeatRule.S1, HeatRule.S5)) {
            lapses.add(new Lapse<>(rule, new Unasked(this, rule)));
        }
        for (Lapse<HeatState, HeatOperation, HeatReply> lapse : heat.lapses()) {
            lapses.add(new Lapse<>(lapse.rule(), new MeshSpec(config, contract, lapse.spec())));
        }
        return List.copyOf(lapses);
    }

    /** A mesh of which a rule is not asked; in what state it would be then is of no importance. */
    private record Unasked(MeshSpec spec, HeatRule rule) implements Spec<MeshState, MeshOperation, MeshReply> {

        @Override
        public List<? extends Rule> rules() {
            return spec.rules();
        }

        @Override
        public MeshState initial() {
            return spec.initial();
        }

        @Override
        public Optional<String> refusal(MeshState state, MeshOperation operation) {
            return spec.refusal(state, operation);
        }

        @Override
        public MeshReply predict(MeshState state, MeshOperation operation) {
            return spec.predict(state, operation);
        }

        @Override
        public Step<MeshState> judge(MeshState state, MeshOperation operation, MeshReply reply) {
            Step<MeshState> step = spec.judge(state, operation, reply);
            return step instanceof Step.Rejected<MeshState> rejected
                            && rejected.violation().rule() == rule
                    ? new Step.Accepted<>(state, 0)
                    : step;
        }
    }

    /** Whether the contract promises that peers end up with the truth. */
    static boolean promisesTruth(Contract contract) {
        return HeatSpec.FINDINGS.stream().allMatch(contract::asks);
    }

    /** How long a quiet round must be after the one before, so that marks have expired and rates are 0. */
    static long quietNanos(MeshConfig config) {
        long decayed = 65 * config.heat().policy().halfLifeNanos();
        return Math.max(decayed, config.heat().leaseNanos() + 1);
    }

    @Override
    public List<? extends Rule> rules() {
        return RULES;
    }

    @Override
    public MeshState initial() {
        return MeshState.initial(heat.initial());
    }

    @Override
    public Optional<String> refusal(MeshState state, MeshOperation operation) {
        return operation.match(new Refusal(config, state));
    }

    @Override
    public MeshReply predict(MeshState state, MeshOperation operation) {
        return operation.match(new MeshPrediction(heat, state));
    }

    @Override
    public Step<MeshState> judge(MeshState state, MeshOperation operation, MeshReply reply) {
        return operation.match(new MeshJudgement(config, contract, heat, state, reply));
    }

    /** Why an operation makes no sense. */
    private record Refusal(MeshConfig config, MeshState state) implements MeshOperation.Cases<Optional<String>> {

        @Override
        public Optional<String> read(MeshOperation.Read read) {
            return Optional.empty();
        }

        @Override
        public Optional<String> remove(MeshOperation.Remove remove) {
            return Optional.empty();
        }

        @Override
        public Optional<String> round(MeshOperation.Round round) {
            return round.number() <= state.rounds()
                    ? Optional.of("round " + round.number() + " comes after round " + state.rounds()
                            + "; rounds are numbered upwards")
                    : Optional.empty();
        }

        @Override
        public Optional<String> apply(MeshOperation.Apply apply) {
            MeshState.Batch batch = state.hanging().get(apply.round());
            return batch == null || batch.lost() || batch.applied()
                    ? Optional.of("round " + apply.round() + " has no batch that hangs unapplied")
                    : Optional.empty();
        }

        @Override
        public Optional<String> answer(MeshOperation.Answer answer) {
            MeshState.Batch batch = state.hanging().get(answer.round());
            boolean again = state.answered().contains(answer.round());
            return !again && (batch == null || batch.lost())
                    ? Optional.of("round " + answer.round() + " has no batch that hangs, or hung")
                    : Optional.empty();
        }

        @Override
        public Optional<String> settled(MeshOperation.Settled settled) {
            boolean owesAnswer = state.hanging().values().stream().anyMatch(batch -> batch.late() && !batch.lost());
            return owesAnswer
                            || state.clockwork().quietRounds() < ROUNDS_TO_SETTLE
                            || !config.heat().policy().enabled()
                    ? Optional.of("nothing need be settled before every fault has healed and " + ROUNDS_TO_SETTLE
                            + " quiet rounds were delivered")
                    : Optional.empty();
        }
    }
}
