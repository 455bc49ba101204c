package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** I5: what was accumulated was either reduced or remains, and no two requests are pending at once. */
class InterferenceTrackerProperties {

    private static final long LEASE_NANOS = 50;
    private static final List<Feedback> FEEDBACK = List.of(Feedback.values());

    @Property(tries = 3_000)
    void i5_scoreIsConserved(@ForAll("calls") @Size(max = 80) List<Call> calls) {
        InterferenceTracker tracker = new InterferenceTracker(LEASE_NANOS);
        double accumulated = 0;
        double reduced = 0;
        boolean pending = false;
        long nowNanos = 0;
        for (Call call : calls) {
            nowNanos += call.waitNanos();
            pending = pending && tracker.backlog(nowNanos).awaitingFeedback();
            if (call.feedback() < FEEDBACK.size()) {
                FeedbackResult result = tracker.feedback(FEEDBACK.get(call.feedback()), nowNanos);
                assertThat(result.outcome() != FeedbackResult.Outcome.NO_PENDING_TRIGGER)
                        .isEqualTo(pending);
                reduced += result.reduced();
                pending = false;
            } else {
                Action action = tracker.accumulate(call.score(), call.namespace(), 10, 20, nowNanos);
                accumulated += call.score();
                if (action instanceof Action.Triggered) {
                    assertThat(pending).isFalse();
                    pending = true;
                }
            }
            // Scores are whole numbers small enough for a float to add without rounding.
            assertThat(reduced + sum(tracker.backlog(nowNanos))).isEqualTo(accumulated);
            assertThat(tracker.backlog(nowNanos).awaitingFeedback()).isEqualTo(pending);
        }
    }

    @Test
    void i5_scoreIsConservedWhateverTheInterleaving() throws Exception {
        InterferenceTracker tracker = new InterferenceTracker(Long.MAX_VALUE);
        AtomicInteger pending = new AtomicInteger();
        int calls = 20_000;
        List<Double> reduced = Threads.run(4, thread -> {
            double mine = 0;
            for (int i = 0; i < calls; i++) {
                Action action = tracker.accumulate(1, "n" + (i + thread) % 5, 8, 0, i);
                if (action instanceof Action.Triggered) {
                    assertThat(pending.incrementAndGet()).isEqualTo(1);
                    pending.decrementAndGet();
                    mine += tracker.feedback(i % 3 == 0 ? Feedback.FAILED : Feedback.PROGRESS, i)
                            .reduced();
                }
            }
            return mine;
        });
        double gone = reduced.stream().mapToDouble(Double::doubleValue).sum();
        assertThat(gone).isPositive();
        assertThat(gone + sum(tracker.backlog(0))).isCloseTo(4.0 * calls, within(0.0));
    }

    @Provide
    Arbitrary<List<Call>> calls() {
        Arbitrary<Integer> scores = Arbitraries.integers().between(0, 6);
        Arbitrary<String> namespaces = Arbitraries.of("a", "b", "c");
        Arbitrary<Long> waits = Arbitraries.of(-5L, 0L, 1L, 10L, 20L, 51L);
        // Of eight numbers the first three are kinds of feedback; the others accumulate.
        Arbitrary<Integer> feedback = Arbitraries.integers().between(0, 7);
        return Combinators.combine(scores, namespaces, waits, feedback)
                .as(Call::new)
                .list();
    }

    private static double sum(Backlog backlog) {
        return backlog.scores().values().stream()
                .mapToDouble(Float::doubleValue)
                .sum();
    }

    record Call(int score, String namespace, long waitNanos, int feedback) {}
}
