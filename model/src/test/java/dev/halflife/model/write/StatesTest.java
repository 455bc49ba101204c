package dev.halflife.model.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import dev.halflife.model.write.arrivals.ArrivalsOperation;
import dev.halflife.model.write.arrivals.ArrivalsOperation.Arrive;
import dev.halflife.model.write.arrivals.ArrivalsOperation.Seed;
import dev.halflife.model.write.arrivals.ArrivalsSpec;
import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.breaker.BreakerOperation;
import dev.halflife.model.write.breaker.BreakerOperation.Failure;
import dev.halflife.model.write.breaker.BreakerSpec;
import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.model.write.credits.CreditsSpec;
import dev.halflife.model.write.interference.InterferenceConfig;
import dev.halflife.model.write.interference.InterferenceOperation;
import dev.halflife.model.write.interference.InterferenceSpec;
import dev.halflife.model.write.queue.Item;
import dev.halflife.model.write.queue.QueueConfig;
import dev.halflife.model.write.queue.QueueOperation;
import dev.halflife.model.write.queue.QueueOperation.Drain;
import dev.halflife.model.write.queue.QueueOperation.Enqueue;
import dev.halflife.model.write.queue.QueueOperation.Requeue;
import dev.halflife.model.write.queue.QueueSpec;
import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.StatisticsSpec;
import dev.halflife.model.write.workingset.Revision;
import dev.halflife.model.write.workingset.WorkingSetOperation;
import dev.halflife.model.write.workingset.WorkingSetOperation.Trim;
import dev.halflife.model.write.workingset.WorkingSetOperation.Upsert;
import dev.halflife.model.write.workingset.WorkingSetSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for the states of every part of the write path: histories after which every right reply is the same lead to
 * equal states, and those after which one differs do not. The explorer visits a state once, so a state too equal hides
 * schedules, and one not equal enough repeats them.
 */
class StatesTest {

    private static final Upsert OLD = new Upsert(0, new Revision("r1", "e1", 1, 0));
    private static final Upsert NEW = new Upsert(0, new Revision("r2", "e1", 2, 0));
    private static final Upsert OTHER = new Upsert(0, new Revision("r1", "e2", 1, 0));
    private static final Failure FAILED = new Failure(0, "p1");
    private static final Failure OTHERS = new Failure(0, "p2");
    private static final CreditsOperation CREDIT = new CreditsOperation.RecordIds(0, List.of("a"));
    private static final CreditsOperation OTHER_CREDIT = new CreditsOperation.RecordIds(0, List.of("b"));
    private static final CreditsOperation FLUSHED = new CreditsOperation.RecordIds(0, List.of("a", "b", "c"));
    private static final Enqueue A = new Enqueue(0, "a");
    private static final Drain DRAIN = new Drain(0);
    private static final Requeue BACK = new Requeue(0, List.of(new Item("a", 0)), 1);

    static Stream<Arguments> equal() {
        return Stream.of(
                Arguments.of(arrivals(new Arrive(0, "n1", "a1")), arrivals(new Seed(0, "n1", "a1", 1))),
                Arguments.of(workingSet(OLD, NEW), workingSet(NEW, OLD)),
                Arguments.of(workingSet(OLD, NEW, new Trim(0, "e1")), workingSet(NEW)),
                Arguments.of(breaker(FAILED, OTHERS), breaker(OTHERS, FAILED)),
                Arguments.of(tracker(add("a", 0.5f), add("b", 0.25f)), tracker(add("b", 0.25f), add("a", 0.5f))),
                Arguments.of(credits(false, CREDIT, OTHER_CREDIT), credits(false, OTHER_CREDIT, CREDIT)),
                Arguments.of(credits(true, CREDIT), credits(true, CREDIT)),
                Arguments.of(statistics(sample("a", 1), sample("b", 2)), statistics(sample("b", 2), sample("a", 1))),
                Arguments.of(statistics(sample("a", 1), sample("a", 3)), statistics(sample("a", 3), sample("a", 1))),
                Arguments.of(queue(A, DRAIN, BACK), queue()),
                Arguments.of(queue(A, DRAIN, A), queue(A, DRAIN, A, A)));
    }

    static Stream<Arguments> apart() {
        return Stream.of(
                Arguments.of(arrivals(), arrivals(new Arrive(0, "n1", "a1"))),
                Arguments.of(arrivals(new Arrive(0, "n1", "a1")), arrivals(new Arrive(0, "n2", "a1"))),
                Arguments.of(arrivals(new Arrive(0, "n1", "a1")), arrivals(new Seed(0, "n1", "a1", 2))),
                Arguments.of(workingSet(OLD), workingSet(NEW)),
                Arguments.of(workingSet(OLD), workingSet(OTHER)),
                Arguments.of(breaker(FAILED), breaker()),
                Arguments.of(breaker(FAILED), breaker(OTHERS)),
                Arguments.of(breaker(FAILED), breaker(FAILED, FAILED)),
                Arguments.of(tracker(), tracker(add("a", 0.5f))),
                Arguments.of(tracker(add("a", 0.25f)), tracker(add("a", 0.5f))),
                Arguments.of(credits(false), credits(false, CREDIT)),
                Arguments.of(credits(false, CREDIT), credits(false, OTHER_CREDIT)),
                Arguments.of(credits(false), credits(false, FLUSHED)),
                Arguments.of(statistics(), statistics(sample("a", 1))),
                Arguments.of(statistics(sample("a", 1)), statistics(sample("a", 2))),
                Arguments.of(statistics(sample("a", 1)), statistics(sample("b", 1))),
                Arguments.of(statistics(sample("a", 1)), statistics(sample("a", 1), new StatisticsOperation.Due(0))),
                Arguments.of(statistics(), statistics(new StatisticsOperation.Begin(0, 1))),
                Arguments.of(queue(A), queue(new Enqueue(0, "b"))),
                Arguments.of(queue(A), queue(A, DRAIN)),
                Arguments.of(queue(), queue(A, DRAIN)));
    }

    /** In what their hashes leave out. */
    static Stream<Arguments> alike() {
        return Stream.of(
                Arguments.of(credits(false, FLUSHED), credits(false, FLUSHED, new CreditsOperation.Restore(0, 1))),
                Arguments.of(statistics(), statistics(sample("a", Double.NaN))),
                Arguments.of(tracker(add("a", 1)), tracker(add("a", 1), failed())),
                Arguments.of(tracker(add("a", 1)), tracker(add("a", 1).movedTo(1))));
    }

    @ParameterizedTest
    @MethodSource("equal")
    void historiesThatMakeNoDifferenceLeadToEqualStates(Object one, Object other) {
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @ParameterizedTest
    @MethodSource({"apart", "alike"})
    void historiesThatMakeADifferenceLeadToStatesThatDiffer(Object one, Object other) {
        assertThat(one).isNotEqualTo(other).isNotEqualTo("no state");
    }

    @ParameterizedTest
    @MethodSource("apart")
    void statesOfOtherContentsAreHashedApart(Object one, Object other) {
        assertThat(one).doesNotHaveSameHashCodeAs(other);
    }

    private static Object arrivals(ArrivalsOperation... operations) {
        return after(new ArrivalsSpec(), operations);
    }

    private static Object workingSet(WorkingSetOperation... operations) {
        return after(new WorkingSetSpec(Contract.strict()), operations);
    }

    private static Object breaker(BreakerOperation... operations) {
        return after(new BreakerSpec(new BreakerConfig(2, 30), Contract.strict()), operations);
    }

    /** Of three. */
    private static Object credits(boolean strict, CreditsOperation... operations) {
        Contract contract = strict ? Contract.strict() : Contract.published();
        return after(new CreditsSpec(new CreditsConfig(3, 1), contract), operations);
    }

    /** That triggers at 1. */
    private static Object tracker(InterferenceOperation... operations) {
        return after(new InterferenceSpec(new InterferenceConfig(100), Contract.strict()), operations);
    }

    private static InterferenceOperation add(String namespace, float score) {
        return new InterferenceOperation.Accumulate(0, namespace, score, 1, 0);
    }

    private static InterferenceOperation failed() {
        return new InterferenceOperation.Feedback(0, InterferenceOperation.Outcome.FAILED);
    }

    /** Due after one. */
    private static Object statistics(StatisticsOperation... operations) {
        return after(new StatisticsSpec(new StatisticsConfig(1, true), Contract.strict()), operations);
    }

    private static StatisticsOperation sample(String partition, double sample) {
        return new StatisticsOperation.Update(0, partition, sample);
    }

    /** With room for one. */
    private static Object queue(QueueOperation... operations) {
        return after(new QueueSpec(new QueueConfig(1), Contract.strict()), operations);
    }

    @SafeVarargs
    private static <S, O extends Operation<O>, R> S after(Spec<S, O, R> spec, O... operations) {
        S state = spec.initial();
        for (O operation : operations) {
            assertThat(spec.refusal(state, operation)).isEmpty();
            Step<S> step = spec.judge(state, operation, spec.predict(state, operation));
            assertThat(step).isInstanceOf(Step.Accepted.class);
            state = ((Step.Accepted<S>) step).state();
        }
        return state;
    }
}
