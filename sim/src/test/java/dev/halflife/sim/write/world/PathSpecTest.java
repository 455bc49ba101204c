package dev.halflife.sim.write.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.halflife.model.Contract;
import dev.halflife.model.Step;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.ObjectWriter;
import dev.halflife.sim.random.Rng;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Judge, prediction and codec agree along random worlds. */
class PathSpecTest {

    private static final int WORLDS = 150;
    private static final int LENGTH = 40;

    private final PathCodec codec = new PathCodec();
    private final ObjectMapper mapper = new ObjectMapper();

    /** Looks at one predicted step. */
    @FunctionalInterface
    private interface Look {
        void at(PathSpec spec, PathState state, PathOperation operation, PathReply reply) throws Exception;
    }

    @ParameterizedTest
    @ValueSource(strings = {"strict", "published"})
    void whatIsPredictedIsAccepted(String contract) throws Exception {
        along(
                contract,
                (spec, state, operation, reply) ->
                        assertThat(spec.judge(state, operation, reply)).isInstanceOf(Step.Accepted.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"strict", "published"})
    void aReplyWithoutItsLastCallOrWithOneTwiceIsRejected(String contract) throws Exception {
        along(contract, (spec, state, operation, reply) -> {
            int calls = reply.calls().size();
            if (calls > 0) {
                List<PathReply.Call<?, ?>> more = new ArrayList<>(reply.calls());
                more.add(reply.calls().get(calls - 1));
                assertThat(spec.judge(state, operation, new PathReply(more, reply.writes())))
                        .isInstanceOf(Step.Rejected.class);
                assertThat(spec.judge(
                                state, operation, new PathReply(reply.calls().subList(0, calls - 1), reply.writes())))
                        .isInstanceOf(Step.Rejected.class);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"strict", "published"})
    void operationsAndRepliesAreReadAsTheyWereWritten(String contract) throws Exception {
        along(contract, (spec, state, operation, reply) -> {
            ObjectWriter written = new ObjectWriter(mapper.createObjectNode());
            codec.writeOperation(operation, written);
            codec.writeReply(reply, written);
            JsonNode node = written.node();
            PathOperation read = codec.readOperation(new Fields(node));

            assertThat(read).isEqualTo(operation);
            assertThat(codec.readReply(read, new Fields(node))).isEqualTo(reply);
        });
    }

    @Test
    void aConfigurationIsReadAsItWasWritten() {
        PathWorkload workload = new PathWorkload();
        for (int i = 0; i < WORLDS; i++) {
            PathConfig config = workload.config(new Rng(i));
            ObjectWriter written = new ObjectWriter(mapper.createObjectNode());
            codec.writeConfig(config, written);

            assertThat(codec.readConfig(new Fields(written.node()))).isEqualTo(config);
        }
    }

    private static void along(String contract, Look look) throws Exception {
        PathWorkload workload = new PathWorkload();
        for (int i = 0; i < WORLDS; i++) {
            Rng rng = new Rng(Rng.split(5, i));
            PathConfig config = workload.config(rng);
            PathSpec spec = new PathSpec(config, Contract.named(contract));
            Workload.Script<PathState, PathOperation> script = workload.script(config, rng);
            PathState state = spec.initial();
            for (int length = 0; length <= LENGTH; length++) {
                PathOperation operation = length < LENGTH
                        ? script.next(state)
                        : new PathOperation.Settle(state.past().lastNanos());
                if (spec.refusal(state, operation).isEmpty()) {
                    PathReply reply = spec.predict(state, operation);
                    look.at(spec, state, operation, reply);
                    state = ((Step.Accepted<PathState>) spec.judge(state, operation, reply)).state();
                }
            }
        }
    }
}
