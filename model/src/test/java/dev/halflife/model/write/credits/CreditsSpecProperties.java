package dev.halflife.model.write.credits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** The judge against the prediction, against altered predictions, and against any reply, under both contracts. */
class CreditsSpecProperties {

    @Property(tries = 2_000, seed = "20260611")
    void aPredictionIsAccepted(
            @ForAll("configs") CreditsConfig config,
            @ForAll boolean strict,
            @ForAll("schedules") List<CreditsOperation> schedule) {
        CreditsSpec spec = spec(config, strict);
        CreditsState state = spec.initial();
        for (CreditsOperation operation : schedule) {
            if (spec.refusal(state, operation).isEmpty()) {
                Step<CreditsState> step = spec.judge(state, operation, spec.predict(state, operation));
                assertThat(step).isInstanceOf(Step.Accepted.class);
                state = ((Step.Accepted<CreditsState>) step).state();
            }
        }
    }

    /** With no call running there is but one right reply, the order of ids apart. */
    @Property(tries = 1_000, seed = "20260612")
    @StatisticsReport(StatisticsReportMode.OFF)
    void atRestAnAlteredPredictionIsRejected(
            @ForAll("configs") CreditsConfig config,
            @ForAll boolean strict,
            @ForAll("schedules") List<CreditsOperation> schedule) {
        CreditsSpec spec = spec(config, strict);
        CreditsState state = spec.initial();
        for (CreditsOperation operation : schedule) {
            boolean whole = !(operation instanceof CreditsOperation.Begin
                    || operation instanceof CreditsOperation.Step
                    || operation instanceof CreditsOperation.Finish);
            if (whole && spec.refusal(state, operation).isEmpty()) {
                CreditsReply right = spec.predict(state, operation);
                for (CreditsReply altered : altered(right)) {
                    assertThat(spec.judge(state, operation, altered))
                            .as("%s answered %s instead of %s", operation, altered, right)
                            .isInstanceOf(Step.Rejected.class);
                    Statistics.collect("altered");
                }
                state = ((Step.Accepted<CreditsState>) spec.judge(state, operation, right)).state();
            }
        }
        Statistics.coverage(replies -> replies.check("altered").count(count -> count > 10_000));
    }

    @Property(tries = 1_000, seed = "20260613")
    void aJudgeHasAnAnswerToAnyReply(
            @ForAll("configs") CreditsConfig config,
            @ForAll boolean strict,
            @ForAll("schedules") List<CreditsOperation> schedule,
            @ForAll("replies") List<CreditsReply> replies) {
        CreditsSpec spec = spec(config, strict);
        CreditsState state = spec.initial();
        for (CreditsOperation operation : schedule) {
            if (spec.refusal(state, operation).isEmpty()) {
                Step<CreditsState> last = spec.judge(state, operation, spec.predict(state, operation));
                for (CreditsReply reply : replies) {
                    Step<CreditsState> step = spec.judge(state, operation, reply);
                    assertThat(step.toString()).isNotEmpty();
                    last = step instanceof Step.Accepted ? step : last;
                }
                state = ((Step.Accepted<CreditsState>) last).state();
            }
        }
    }

    /** What the strict contract accepts without a restore the published one does, too: it only asks less. */
    @Property(tries = 1_000, seed = "20260614")
    void theStrictContractAsksMore(
            @ForAll("configs") CreditsConfig config, @ForAll("schedules") List<CreditsOperation> schedule) {
        CreditsSpec strict = spec(config, true);
        CreditsSpec published = spec(config, false);
        CreditsState strictState = strict.initial();
        CreditsState publishedState = published.initial();
        for (CreditsOperation operation : schedule) {
            boolean made = !(operation instanceof CreditsOperation.Restore)
                    && strict.refusal(strictState, operation).isEmpty();
            if (made) {
                CreditsReply reply = strict.predict(strictState, operation);
                strictState = ((Step.Accepted<CreditsState>) strict.judge(strictState, operation, reply)).state();
                Step<CreditsState> step = published.judge(publishedState, operation, reply);
                assertThat(step).isInstanceOf(Step.Accepted.class);
                publishedState = ((Step.Accepted<CreditsState>) step).state();
            }
        }
    }

    /** One credit more and one less for each id, an id more and one less, nothing, and something. */
    private static List<CreditsReply> altered(CreditsReply right) {
        List<CreditsReply> altered = new ArrayList<>();
        if (right instanceof CreditsReply.Counted counted) {
            altered.add(new CreditsReply.Counted(counted.count() + 1, counted.pile()));
            altered.add(new CreditsReply.Counted(counted.count(), counted.pile() + 1));
            altered.add(new CreditsReply.Counted(counted.count() - 1, counted.pile() - 1));
            altered.add(new CreditsReply.Restored());
        } else if (right instanceof CreditsReply.Returned returned && returned.flush() instanceof Flush.Counts flush) {
            altered.add(new CreditsReply.Returned(null));
            flush.counts().forEach((id, count) -> {
                altered.add(with(flush.counts(), id, count + 1));
                altered.add(with(flush.counts(), id, count - 1));
            });
            altered.add(with(flush.counts(), "never recorded", 1));
        } else if (right instanceof CreditsReply.Returned) {
            altered.add(with(Map.of(), "a", 1));
            altered.add(new CreditsReply.Running());
        }
        return altered;
    }

    private static CreditsReply with(Map<String, Long> counts, String id, long count) {
        Map<String, Long> altered = new LinkedHashMap<>(counts);
        altered.put(id, count);
        return new CreditsReply.Returned(new Flush.Counts(altered));
    }

    private static CreditsSpec spec(CreditsConfig config, boolean strict) {
        return new CreditsSpec(config, strict ? Contract.strict() : Contract.published());
    }

    @Provide
    Arbitrary<CreditsConfig> configs() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 5),
                        Arbitraries.integers().between(1, 3))
                .as(CreditsConfig::new);
    }

    @Provide
    Arbitrary<List<CreditsOperation>> schedules() {
        Arbitrary<List<String>> ids = Arbitraries.of("a", "b", "c").list().ofMaxSize(3);
        Arbitrary<Call> calls = Arbitraries.frequencyOf(
                Tuple.of(4, ids.map(Call.RecordIds::new)), Tuple.of(1, Arbitraries.just(new Call.Drain())));
        Arbitrary<Integer> callers = Arbitraries.integers().between(1, 3);
        Arbitrary<CreditsOperation> operations = Arbitraries.oneOf(
                ids.map(each -> new CreditsOperation.RecordIds(0, each)),
                Arbitraries.just(new CreditsOperation.Drain(0)),
                Arbitraries.longs().between(1, 6).map(flush -> new CreditsOperation.Restore(0, flush)),
                Arbitraries.just(new CreditsOperation.Pending(0)),
                Combinators.combine(callers, calls).as((caller, call) -> new CreditsOperation.Begin(0, caller, call)),
                callers.map(caller -> new CreditsOperation.Step(0, caller)),
                callers.map(caller -> new CreditsOperation.Finish(0, caller)));
        return operations.list().ofMaxSize(24);
    }

    @Provide
    Arbitrary<List<CreditsReply>> replies() {
        Arbitrary<String> ids = Arbitraries.of("a", "b", "c", "");
        Arbitrary<Long> numbers = Arbitraries.of(-1L, 0L, 1L, 2L, Long.MAX_VALUE, Long.MIN_VALUE);
        Arbitrary<CreditsReply> replies = Arbitraries.oneOf(
                Arbitraries.just(new CreditsReply.Returned(null)),
                Arbitraries.just(new CreditsReply.Running()),
                Arbitraries.just(new CreditsReply.Restored()),
                Combinators.combine(numbers, numbers).as(CreditsReply.Counted::new),
                ids.list().ofMaxSize(3).map(list -> new CreditsReply.Returned(new Flush.Ids(list))),
                Arbitraries.maps(ids, numbers)
                        .ofMaxSize(3)
                        .map(counts -> new CreditsReply.Returned(new Flush.Counts(counts))));
        return replies.list().ofMaxSize(4);
    }
}
