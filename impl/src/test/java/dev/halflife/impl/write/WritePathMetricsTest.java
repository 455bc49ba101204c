package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WritePathMetricsTest {

    private static final List<Feedback> FEEDBACK = List.of(Feedback.values());

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final WritePathMetrics metrics = new WritePathMetrics(registry);
    private final InterferenceTracker tracker = new InterferenceTracker(1_000, metrics);

    @Test
    void everyMeterOfTheTrackerIsThereFromTheStart() {
        assertThat(registry.getMeters().stream().map(Meter::getId).map(WritePathMetricsTest::text))
                .containsExactlyInAnyOrder(
                        "halflife.consolidation.triggers cause=threshold_exceeded",
                        "halflife.consolidation.suppressions reason=awaiting_feedback",
                        "halflife.consolidation.suppressions reason=cooldown_active",
                        "halflife.consolidation.feedback outcome=progress",
                        "halflife.consolidation.feedback outcome=no_progress",
                        "halflife.consolidation.feedback outcome=failed",
                        "halflife.consolidation.feedback outcome=no_pending_trigger",
                        "halflife.consolidation.backlog.score",
                        "halflife.consolidation.backlog.namespaces",
                        "halflife.consolidation.last.reduced.score",
                        "halflife.consolidation.last.remaining.score");
        assertThat(registry.getMeters())
                .allSatisfy(meter ->
                        assertThat(meter.measure().iterator().next().getValue()).isZero());
    }

    @Test
    void theGaugesFollowTheBacklog() {
        tracker.accumulate(3, "a", 4, 0, 0);
        assertThat(gauge("backlog.score")).isEqualTo(3);
        tracker.accumulate(2, "b", 4, 0, 0);
        assertThat(gauge("backlog.namespaces")).isEqualTo(2);
        tracker.accumulate(1, "b", 4, 0, 0);
        tracker.feedback(Feedback.PROGRESS, 0);
        assertThat(gauge("backlog.score")).isEqualTo(1);
        assertThat(gauge("backlog.namespaces")).isEqualTo(1);
        assertThat(gauge("last.reduced.score")).isEqualTo(5);
        assertThat(gauge("last.remaining.score")).isEqualTo(1);
    }

    @Test
    void onlyASuccessMovesTheLastScores() {
        tracker.accumulate(5, "a", 4, 0, 0);
        tracker.feedback(Feedback.PROGRESS, 0);
        tracker.accumulate(7, "a", 4, 0, 0);
        tracker.feedback(Feedback.FAILED, 0);
        tracker.feedback(Feedback.PROGRESS, 0);
        assertThat(gauge("last.reduced.score")).isEqualTo(5);
        tracker.accumulate(0, "a", 4, 0, 0);
        tracker.feedback(Feedback.NO_PROGRESS, 0);
        assertThat(gauge("last.reduced.score")).isZero();
        assertThat(gauge("last.remaining.score")).isEqualTo(7);
    }

    @Test
    void everyScoredWriteIsCountedByItsRouteAndHowNearThatWas() throws Exception {
        RunningStatistics statistics = new RunningStatistics(100, metrics);
        List<Map<String, Integer>> replies = Threads.run(4, thread -> {
            Map<String, Integer> mine = new TreeMap<>();
            for (int i = 0; i < 1_000; i++) {
                Partition partition = new Partition("r", "n" + i % 3, "m", "l");
                Novelty novelty = statistics.score(partition, (i * 7 + thread) % 100 / 100.0, 0.5);
                mine.merge(partition.namespace() + " " + novelty.route() + " " + novelty.band(), 1, Integer::sum);
            }
            return mine;
        });
        Map<String, Integer> told = new TreeMap<>();
        replies.forEach(mine -> mine.forEach((what, times) -> told.merge(what, times, Integer::sum)));

        Map<String, Integer> counted = new TreeMap<>();
        for (Counter counter : registry.get("halflife.novelty.routing").counters()) {
            String what = counter.getId().getTag("namespace") + " "
                    + counter.getId().getTag("route") + " " + counter.getId().getTag("threshold.band");
            counted.put(
                    what.replace("fast", "FAST")
                            .replace("slow", "SLOW")
                            .replace("near", "NEAR")
                            .replace("far", "FAR"),
                    (int) counter.count());
        }
        assertThat(counted).isEqualTo(told).hasSizeGreaterThan(6);
    }

    @Test
    void atRestTheMetersAgreeWithWhatManyThreadsDid() throws Exception {
        List<Map<String, Integer>> replies = Threads.run(4, thread -> {
            Map<String, Integer> mine = new TreeMap<>();
            for (int i = 0; i < 5_000; i++) {
                Action action = tracker.accumulate(1, "n" + (i + thread) % 5, 8, 3, i);
                mine.merge(Meters.nameOf(action), 1, Integer::sum);
                if (i % 4 == thread) {
                    FeedbackResult result = tracker.feedback(FEEDBACK.get(i % 3), i);
                    mine.merge(Meters.nameOf(result), 1, Integer::sum);
                }
            }
            return mine;
        });
        Map<String, Integer> all = new TreeMap<>();
        replies.forEach(mine -> mine.forEach((name, count) -> all.merge(name, count, Integer::sum)));
        all.remove("none");
        assertThat(Meters.counted(registry)).isEqualTo(all);
        assertThat(Meters.backlog(registry)).isEqualTo(Meters.backlog(tracker.backlog(0)));
    }

    private double gauge(String name) {
        return registry.get("halflife.consolidation." + name).gauge().value();
    }

    private static String text(Meter.Id id) {
        StringBuilder text = new StringBuilder(id.getName());
        id.getTags()
                .forEach(
                        tag -> text.append(' ').append(tag.getKey()).append('=').append(tag.getValue()));
        return text.toString();
    }
}
