package dev.halflife.model.write.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Step;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A judge never throws, whatever it is told; nor does it in the states that accepted nonsense leads to. */
class AnyReplyProperties {

    @Property(tries = 2_000, seed = "20260631")
    void aJudgeHasAnAnswerToAnyReply(
            @ForAll("contracts") Contract contract,
            @ForAll("operations") List<StatisticsOperation> operations,
            @ForAll("replies") List<StatisticsReply> replies) {
        StatisticsSpec spec = Walk.spec(contract);
        StatisticsState state = spec.initial();
        for (StatisticsOperation operation : operations) {
            if (spec.refusal(state, operation).isPresent()) {
                continue;
            }
            Step<StatisticsState> last = spec.judge(state, operation, spec.predict(state, operation));
            for (StatisticsReply reply : replies) {
                Step<StatisticsState> step = spec.judge(state, operation, reply);
                assertThat(step.toString()).isNotEmpty();
                last = step instanceof Step.Accepted ? step : last;
            }
            state = last instanceof Step.Accepted<StatisticsState> accepted ? accepted.state() : state;
        }
    }

    @Provide
    Arbitrary<Contract> contracts() {
        return Walk.contracts();
    }

    @Provide
    Arbitrary<List<StatisticsOperation>> operations() {
        return Walk.operations();
    }

    @Provide
    Arbitrary<List<StatisticsReply>> replies() {
        return AnyReply.replies();
    }
}
