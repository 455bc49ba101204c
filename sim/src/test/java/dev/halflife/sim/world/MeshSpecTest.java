package dev.halflife.sim.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Step;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatPolicy;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.sim.world.MeshReply.Call;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the whole mesh, each broken by hand. */
class MeshSpecTest {

    private static final long HALF_LIFE = 60_000_000_000L;
    private static final String KEY = "a1";
    private static final MeshConfig CONFIG =
            new MeshConfig(new HeatConfig(true, 4, HALF_LIFE, new HeatPolicy(true, 2, HALF_LIFE)), 1);

    private final MeshSpec spec = new MeshSpec(CONFIG, Contract.strict());
    private MeshState state = spec.initial();

    @Test
    void s1_anEmptyTickCallsNoSink() {
        MeshOperation round = new MeshOperation.Round(0, 1, 1, Fate.DELIVERED);
        MeshReply right = spec.predict(state, round);

        assertThat(rejectedBy(round, new MeshReply(right.calls(), List.of(List.of()))))
                .isEqualTo("S1");
    }

    @Test
    void s1_anEmptyTickIsCommitted() {
        MeshOperation round = new MeshOperation.Round(0, 1, 1, Fate.DELIVERED);
        MeshReply right = spec.predict(state, round);

        assertThat(rejectedBy(round, new MeshReply(right.calls().subList(0, 1), List.of())))
                .isEqualTo("S1");
    }

    @Test
    void s1_theWholeListIsOneBatch() {
        go(new MeshOperation.Read(0, 1, KEY));
        MeshOperation round = new MeshOperation.Round(0, 1, 1, Fate.DELIVERED);
        MeshReply right = spec.predict(state, round);

        assertThat(rejectedBy(round, new MeshReply(right.calls(), List.of()))).isEqualTo("S1");
        assertThat(rejectedBy(round, new MeshReply(right.calls(), List.of(List.of(), List.of()))))
                .isEqualTo("S1");
    }

    @Test
    void s1_aFailedRoundIsRolledBackAndNotCommitted() {
        go(new MeshOperation.Read(0, 1, KEY));
        MeshOperation round = new MeshOperation.Round(0, 1, 1, Fate.FAILS);
        MeshReply right = spec.predict(state, round);
        List<Call> calls = new ArrayList<>(right.calls());
        calls.set(1, new Call(new HeatOperation.Commit(0, 1, null), new HeatReply.Done()));

        assertThat(rejectedBy(round, new MeshReply(calls, right.batches()))).isEqualTo("S1");
    }

    @Test
    void s1_aSecondAnswerReachesNoRegistry() {
        go(new MeshOperation.Read(0, 1, KEY));
        go(new MeshOperation.Round(0, 1, 1, Fate.HANGS));
        MeshOperation answer = new MeshOperation.Answer(0, 1, true);
        MeshReply first = spec.predict(state, answer);
        go(answer);

        assertThat(spec.predict(state, answer).calls()).isEmpty();
        assertThat(rejectedBy(answer, first)).isEqualTo("S1");
    }

    @Test
    void s2_aKeyIsNotHandedOverAgainBeforeItIsAnswered() {
        go(new MeshOperation.Read(0, 1, KEY));
        go(new MeshOperation.Round(0, 1, 1, Fate.HANGS));

        assertThat(rejectedBy(new MeshOperation.Round(0, 1, 2, Fate.DELIVERED), announcing(2, 1.0)))
                .isEqualTo("S2");
    }

    @Test
    void s3_whatFailedIsAnnouncedAgain() {
        MeshSpec published = new MeshSpec(CONFIG, Contract.published());
        MeshState failed = after(published, published.initial(), new MeshOperation.Read(0, 1, KEY));
        failed = after(published, failed, new MeshOperation.Round(0, 1, 1, Fate.FAILS));
        MeshOperation round = new MeshOperation.Round(0, 1, 2, Fate.DELIVERED);
        MeshReply nothing = new MeshReply(
                List.of(
                        new Call(new HeatOperation.Tick(0, 2), new HeatReply.Ticked(List.of())),
                        new Call(new HeatOperation.Commit(0, 2, null), new HeatReply.Done())),
                List.of());

        assertThat(rule(published.judge(failed, round, nothing))).isEqualTo("S3");
    }

    @Test
    void s5_everythingIsWithdrawnAndTheRegistryIsEmpty() {
        go(new MeshOperation.Read(0, 1, KEY));
        go(new MeshOperation.Round(0, 1, 1, Fate.DELIVERED));
        go(new MeshOperation.Round(65 * HALF_LIFE, 1, 2, Fate.DELIVERED));
        assertThat(state.peers()).isEmpty();
        go(new MeshOperation.Round(130 * HALF_LIFE, 1, 3, Fate.DELIVERED));
        MeshOperation settled = new MeshOperation.Settled(130 * HALF_LIFE);

        assertThat(spec.refusal(state, settled)).isEmpty();
        assertThat(spec.judge(state, settled, spec.predict(state, settled))).isInstanceOf(Step.Accepted.class);
    }

    @Test
    void nothingNeedBeSettledRightAfterARead() {
        go(new MeshOperation.Read(0, 1, KEY));

        assertThat(spec.refusal(state, new MeshOperation.Settled(0))).isPresent();
    }

    private static MeshReply announcing(long number, double rate) {
        List<HeatReply.Emission> batch = List.of(new HeatReply.Emission(KEY, rate));
        return new MeshReply(
                List.of(
                        new Call(new HeatOperation.Tick(0, number), new HeatReply.Ticked(batch)),
                        new Call(new HeatOperation.Commit(0, number, null), new HeatReply.Done())),
                List.of(batch));
    }

    private void go(MeshOperation operation) {
        state = after(spec, state, operation);
    }

    private static MeshState after(MeshSpec spec, MeshState state, MeshOperation operation) {
        Step<MeshState> step = spec.judge(state, operation, spec.predict(state, operation));
        assertThat(step).isInstanceOf(Step.Accepted.class);
        return ((Step.Accepted<MeshState>) step).state();
    }

    private String rejectedBy(MeshOperation operation, MeshReply reply) {
        return rule(spec.judge(state, operation, reply));
    }

    private static String rule(Step<MeshState> step) {
        return step instanceof Step.Rejected<MeshState> rejected
                ? rejected.violation().rule().id()
                : step.toString();
    }
}
