package dev.halflife.sim.write.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.halflife.model.Contract;
import dev.halflife.model.Step;
import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.breaker.BreakerOperation;
import dev.halflife.model.write.breaker.BreakerReply;
import dev.halflife.model.write.breaker.BreakerSpec;
import dev.halflife.model.write.breaker.BreakerState;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.explore.Explorer;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.json.ObjectWriter;
import dev.halflife.sim.run.Counterexample;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.shrink.Shrinker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The circuit breaker through the harness. */
class BreakerComponentTest {

    private static final BreakerComponent COMPONENT = new BreakerComponent();

    @Test
    void thePublishedPortHoldsUnderThePublishedContract() {
        assertHolds("published", Contract.published());
    }

    @Test
    void theReferenceHoldsUnderEitherContract() {
        assertHolds("reference", Contract.strict());
    }

    private static void assertHolds(String subject, Contract contract) {
        Tally<?, ?, ?, ?> explored = explore(subject, contract, 5);
        assertThat(explored.broken()).isEmpty();
        assertThat(explored.schedules()).isGreaterThan(10_000);
        for (long seed = 1; seed <= 3; seed++) {
            Tally<?, ?, ?, ?> tally = campaign(subject, contract, seed);
            assertThat(tally.broken()).isEmpty();
            assertThat(tally.undecided()).isZero();
        }
    }

    @Test
    void f8_theExplorerShowsTheStampede() {
        List<Tally.Broken<BreakerConfig, BreakerState, BreakerOperation, BreakerReply>> broken =
                explore("published", Contract.strict(), 3).broken();

        assertThat(broken).hasSize(1);
        assertThat(broken.get(0).first().violation().rule().id()).isEqualTo("F8");
        assertThat(broken.get(0).first().schedule().operations()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void f8_shrinksToAFailureAndTwoCalls(long seed) {
        var broken = campaign("published", Contract.strict(), seed).broken();

        assertThat(broken).hasSize(1);
        Counterexample<BreakerConfig, BreakerState, BreakerOperation, BreakerReply> shrunk =
                Shrinker.shrink(broken.get(0).first());
        long end = BreakerConfig.DEFAULT_OPEN_NANOS;
        assertThat(shrunk.violation().rule().id()).isEqualTo("F8");
        assertThat(shrunk.schedule().config()).isEqualTo(new BreakerConfig(1, end));
        assertThat(shrunk.schedule().operations())
                .containsExactly(
                        new BreakerOperation.Failure(0, "p1"),
                        new BreakerOperation.Allow(end, "p1"),
                        new BreakerOperation.Allow(end, "p1"));
    }

    @Test
    void everySituationIsMet() {
        Tally<?, ?, ?, ?> tally = campaign("reference", Contract.strict(), 7);

        List<String> unmet = new ArrayList<>();
        for (int i = 0; i < COMPONENT.situations().size(); i++) {
            if (tally.metBy(i) == 0) {
                unmet.add(COMPONENT.situations().get(i).id());
            }
        }
        assertThat(unmet).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        BreakerConfig config = new BreakerConfig(3, 7);
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        COMPONENT.codec().writeConfig(config, new ObjectWriter(header));
        assertThat(COMPONENT.codec().readConfig(new Fields(header))).isEqualTo(config);

        assertReadAgain(new BreakerOperation.Allow(-1, "a"), new BreakerReply.Allowed(true));
        assertReadAgain(new BreakerOperation.Success(1, "a b"), new BreakerReply.Done());
        assertReadAgain(new BreakerOperation.Failure(2, ""), new BreakerReply.Done());
        assertReadAgain(new BreakerOperation.State(3, "é"), new BreakerReply.Told(false));
    }

    private static void assertReadAgain(BreakerOperation operation, BreakerReply reply) {
        ObjectNode step = JsonNodeFactory.instance.objectNode();
        COMPONENT.codec().writeOperation(operation, new ObjectWriter(step));
        COMPONENT.codec().writeReply(reply, new ObjectWriter(step));
        Fields fields = new Fields(step);
        assertThat(COMPONENT.codec().readOperation(fields)).isEqualTo(operation);
        assertThat(COMPONENT.codec().readReply(operation, fields)).isEqualTo(reply);
    }

    @Test
    void aHeaderMayLeaveTheDefaultsOut() {
        Fields empty = new Fields(JsonNodeFactory.instance.objectNode());

        assertThat(COMPONENT.codec().readConfig(empty)).isEqualTo(new BreakerConfig(5, 30_000_000_000L));
    }

    @Test
    void anUnknownOperationIsComplainedOf() {
        ObjectNode step =
                JsonNodeFactory.instance.objectNode().put("op", "trip").put("at", 0);

        assertThatThrownBy(() -> COMPONENT.codec().readOperation(new Fields(step)))
                .isInstanceOf(MalformedInput.class)
                .hasMessage("op must be allow, success, failure or state: trip");
    }

    @Test
    void aStateIsToldInOneLine() {
        BreakerSpec spec = new BreakerSpec(new BreakerConfig(2, 30_000_000_000L), Contract.strict());
        BreakerState state = spec.initial();
        for (String partition : List.of("p1", "p1", "p2")) {
            BreakerOperation failure = new BreakerOperation.Failure(0, partition);
            state = ((Step.Accepted<BreakerState>) spec.judge(state, failure, new BreakerReply.Done())).state();
        }

        assertThat(COMPONENT.narration().note(state)).isEqualTo("p1: open until 30 s · p2: 1 failure");
    }

    private static Tally<BreakerConfig, BreakerState, BreakerOperation, BreakerReply> explore(
            String subject, Contract contract, int depth) {
        return new Explorer<>(new Trial<>(COMPONENT, subject, contract), depth, 2, 2)
                .run(Parallel.Stop.NEVER, Progress.NONE);
    }

    private static Tally<BreakerConfig, BreakerState, BreakerOperation, BreakerReply> campaign(
            String subject, Contract contract, long seed) {
        return new Campaign<>(new Trial<>(COMPONENT, subject, contract), seed, 2)
                .run(2_000, Parallel.Stop.NEVER, Progress.NONE);
    }
}
