package dev.halflife.sim.write.interference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.halflife.model.Contract;
import dev.halflife.model.write.interference.InterferenceConfig;
import dev.halflife.model.write.interference.InterferenceOperation;
import dev.halflife.model.write.interference.InterferenceReply;
import dev.halflife.model.write.interference.InterferenceState;
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

/** The interference tracker through the harness. */
class InterferenceComponentTest {

    private static final InterferenceComponent COMPONENT = new InterferenceComponent();

    @Test
    void thePublishedPortHoldsUnderThePublishedContract() {
        assertHolds("published", Contract.published());
    }

    @Test
    void theReferenceHoldsUnderTheStrictContract() {
        assertHolds("reference", Contract.strict());
    }

    private static void assertHolds(String subject, Contract contract) {
        Tally<?, ?, ?, ?> explored = explore(subject, contract, 4);
        assertThat(explored.broken()).isEmpty();
        assertThat(explored.schedules()).isGreaterThan(10_000);
        for (long seed = 1; seed <= 3; seed++) {
            Tally<?, ?, ?, ?> tally = campaign(subject, contract, seed);
            assertThat(tally.broken()).isEmpty();
            assertThat(tally.undecided()).isZero();
        }
    }

    @Test
    void f9_theExplorerShowsTheWedge() {
        var broken = explore("published", Contract.strict(), 3).broken();

        assertThat(broken).hasSize(1);
        assertThat(broken.get(0).first().violation().rule().id()).isEqualTo("F9");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void f9_shrinksToATriggerAndWhatComesAfterItsLease(long seed) {
        var broken = campaign("published", Contract.strict(), seed).broken();

        assertThat(broken).hasSize(1);
        Counterexample<InterferenceConfig, InterferenceState, InterferenceOperation, InterferenceReply> shrunk =
                Shrinker.shrink(broken.get(0).first());
        assertThat(shrunk.violation().rule().id()).isEqualTo("F9");
        assertThat(shrunk.schedule().operations()).hasSize(2);
        assertThat(shrunk.schedule().operations().get(0))
                .isEqualTo(new InterferenceOperation.Accumulate(0, "a", 1, 1, 0));
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
        InterferenceConfig config = new InterferenceConfig(7);
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        COMPONENT.codec().writeConfig(config, new ObjectWriter(header));
        assertThat(COMPONENT.codec().readConfig(new Fields(header))).isEqualTo(config);

        for (float score : new float[] {
            0.1f,
            -0.0f,
            Float.NaN,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.MAX_VALUE,
            Float.MIN_VALUE,
            1e-6f,
            16_777_215f
        }) {
            InterferenceOperation add = new InterferenceOperation.Accumulate(-1, "a b", score, 0.3f, 5);
            assertReadAgain(add, new InterferenceReply.Nothing());
            assertReadAgain(add, new InterferenceReply.Triggered(List.of("a", "b"), score));
            for (InterferenceReply.Reason reason : InterferenceReply.Reason.values()) {
                assertReadAgain(add, new InterferenceReply.Suppressed(reason, score));
            }
        }
        for (InterferenceReply.Taken taken : InterferenceReply.Taken.values()) {
            for (InterferenceOperation.Outcome outcome : InterferenceOperation.Outcome.values()) {
                assertReadAgain(
                        new InterferenceOperation.Feedback(3, outcome),
                        new InterferenceReply.Answered(taken, 0.1f, 1.5f));
            }
        }
        assertReadAgain(
                new InterferenceOperation.Backlog(4),
                new InterferenceReply.Backlog(List.of(new InterferenceReply.Score("", 0.4f)), true));
    }

    private static void assertReadAgain(InterferenceOperation operation, InterferenceReply reply) {
        ObjectNode step = JsonNodeFactory.instance.objectNode();
        COMPONENT.codec().writeOperation(operation, new ObjectWriter(step));
        COMPONENT.codec().writeReply(reply, new ObjectWriter(step));
        Fields fields = new Fields(step);
        assertThat(COMPONENT.codec().readOperation(fields)).isEqualTo(operation);
        assertThat(COMPONENT.codec().readReply(operation, fields)).isEqualTo(reply);
    }

    @Test
    void aFloatIsWrittenShortAsANumberAndOddOnesAsTexts() {
        assertThat(written(0.1f)).isEqualTo("{\"score\":0.1}");
        assertThat(written(Float.NaN)).isEqualTo("{\"score\":\"NaN\"}");
        assertThat(written(Float.NEGATIVE_INFINITY)).isEqualTo("{\"score\":\"-Infinity\"}");
    }

    private static String written(float score) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Float32.write(new ObjectWriter(node), "score", score);
        return node.toString();
    }

    @Test
    void whatIsNoFloatIsComplainedOf() {
        assertThatThrownBy(() -> Float32.read(
                        new Fields(JsonNodeFactory.instance.objectNode().put("score", 1e39)), "score"))
                .isInstanceOf(MalformedInput.class)
                .hasMessage("score must be a number within the range of a 32-bit float,"
                        + " \"NaN\", \"Infinity\" or \"-Infinity\": 1.0E39");
        assertThatThrownBy(() -> Float32.read(
                        new Fields(JsonNodeFactory.instance.objectNode().put("score", "1")), "score"))
                .isInstanceOf(MalformedInput.class);
    }

    @Test
    void anUnknownWordIsComplainedOf() {
        ObjectNode step = JsonNodeFactory.instance
                .objectNode()
                .put("op", "feedback")
                .put("at", 0)
                .put("feedback", "good");

        assertThatThrownBy(() -> COMPONENT.codec().readOperation(new Fields(step)))
                .isInstanceOf(MalformedInput.class)
                .hasMessage("feedback must be progress, no-progress or failed: good");
    }

    @Test
    void aScheduleIsToldAtAGlance() {
        InterferenceOperation add = new InterferenceOperation.Accumulate(0, "a", 0.5f, 1, 30_000_000_000L);

        assertThat(COMPONENT.narration().operation(add)).isEqualTo("add      a 0.5 of 1.0, cooldown 30 s");
        assertThat(COMPONENT.narration().reply(add, new InterferenceReply.Triggered(List.of("a", "b"), 1.5f)))
                .isEqualTo("trigger a, b at 1.5");
    }

    private static Tally<InterferenceConfig, InterferenceState, InterferenceOperation, InterferenceReply> explore(
            String subject, Contract contract, int depth) {
        return new Explorer<>(new Trial<>(COMPONENT, subject, contract), depth, 2, 2)
                .run(Parallel.Stop.NEVER, Progress.NONE);
    }

    private static Tally<InterferenceConfig, InterferenceState, InterferenceOperation, InterferenceReply> campaign(
            String subject, Contract contract, long seed) {
        return new Campaign<>(new Trial<>(COMPONENT, subject, contract), seed, 2)
                .run(2_000, Parallel.Stop.NEVER, Progress.NONE);
    }
}
