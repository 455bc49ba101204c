package dev.halflife.sim.world;

import dev.halflife.model.Contract;
import dev.halflife.model.Rule;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import dev.halflife.model.heat.HeatRule;
import dev.halflife.model.heat.HeatSpec;
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
    private final HeatSpec heat;

    MeshSpec(MeshConfig config, Contract contract) {
        this.config = config;
        this.contract = contract;
        this.heat = new HeatSpec(config.heat(), contract);
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
