package dev.halflife.model.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Operation;
import dev.halflife.model.write.arrivals.ArrivalsOperation;
import dev.halflife.model.write.breaker.BreakerOperation;
import dev.halflife.model.write.credits.Call;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.model.write.cursor.CursorOperation;
import dev.halflife.model.write.interference.InterferenceOperation;
import dev.halflife.model.write.queue.Item;
import dev.halflife.model.write.queue.QueueOperation;
import dev.halflife.model.write.statistics.PowerLoss;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.Summary;
import dev.halflife.model.write.workingset.Revision;
import dev.halflife.model.write.workingset.WorkingSetOperation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the operations of every part of the write path: one of each kind, and each may be moved in time. */
class OperationsTest {

    private static final long AT = 5;

    static Stream<Operation<?>> timeless() {
        return Stream.of(
                new ArrivalsOperation.Arrive(AT, "n1", "a1"),
                new ArrivalsOperation.Seed(AT, "n1", "a1", 3),
                new ArrivalsOperation.Last(AT, "n1"),
                new BreakerOperation.Success(AT, "p1"),
                new CreditsOperation.RecordIds(AT, List.of("a", "a")),
                new CreditsOperation.Drain(AT),
                new CreditsOperation.Restore(AT, 1),
                new CreditsOperation.Pending(AT),
                new CreditsOperation.Begin(AT, 1, new Call.Drain()),
                new CreditsOperation.Step(AT, 2),
                new CreditsOperation.Finish(AT, 3),
                new CursorOperation.Advance(AT, 9),
                new CursorOperation.Position(AT),
                new QueueOperation.Enqueue(AT, "a"),
                new QueueOperation.Drain(AT),
                new QueueOperation.Requeue(AT, List.of(new Item("a", 1)), 2),
                new QueueOperation.Len(AT),
                new StatisticsOperation.Update(AT, "p", 1.5),
                new StatisticsOperation.Merge(AT, "p", new Summary(1, 2, 3)),
                new StatisticsOperation.Read(AT, "p"),
                new StatisticsOperation.ZScore(AT, "p", 2.5),
                new StatisticsOperation.Score(AT, "p", 0.5f, 0.25f),
                new StatisticsOperation.Due(AT),
                new StatisticsOperation.Begin(AT, 1),
                new StatisticsOperation.Step(AT, 2),
                new StatisticsOperation.Damage(AT, 500),
                new StatisticsOperation.Restart(AT, PowerLoss.NOTHING_SURVIVES),
                new WorkingSetOperation.Upsert(AT, new Revision("r1", "e1", 1, 2)),
                new WorkingSetOperation.Head(AT, "e1"),
                new WorkingSetOperation.Get(AT, "r1"),
                new WorkingSetOperation.Trim(AT, "e1"),
                new WorkingSetOperation.Len(AT));
    }

    static Stream<Operation<?>> timed() {
        return Stream.of(
                new BreakerOperation.Allow(AT, "p1"),
                new BreakerOperation.Failure(AT, "p1"),
                new BreakerOperation.State(AT, "p1"),
                new InterferenceOperation.Accumulate(AT, "n1", 1.5f, 2.5f, 7),
                new InterferenceOperation.Feedback(AT, InterferenceOperation.Outcome.PROGRESS),
                new InterferenceOperation.Backlog(AT));
    }

    @ParameterizedTest
    @MethodSource({"timeless", "timed"})
    void anOperationMovedInTimeIsTheSameAtAnotherTime(Operation<?> operation) {
        assertThat(operation.movedTo(8)).isNotEqualTo(operation).satisfies(moved -> {
            assertThat(moved.atNanos()).isEqualTo(8);
            assertThat(moved.movedTo(AT)).isEqualTo(operation);
        });
    }

    @ParameterizedTest
    @MethodSource("timeless")
    void whatNoClockDecidesReadsNoTime(Operation<?> operation) {
        assertThat(operation.readsTime()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("timed")
    void whatOpenTimesCooldownsAndLeasesDecideReadsTheTime(Operation<?> operation) {
        assertThat(operation.readsTime()).isTrue();
    }
}
