package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** After every call the counters are the replies given so far, and the gauges the state. */
class WritePathMetricsProperties {

    private static final List<Feedback> FEEDBACK = List.of(Feedback.values());

    @Property(tries = 1_000)
    void theMetersAgreeWithTheState(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 7) Integer> calls,
            @ForAll @IntRange(min = 0, max = 3) int cooldownNanos) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        InterferenceTracker tracker = new InterferenceTracker(6, new WritePathMetrics(registry));
        Map<String, Integer> replies = new TreeMap<>();
        long nowNanos = 0;
        for (int call : calls) {
            nowNanos++;
            String reply = call < 3
                    ? Meters.nameOf(tracker.feedback(FEEDBACK.get(call), nowNanos))
                    : Meters.nameOf(tracker.accumulate(call, "n" + call % 3, 9, cooldownNanos, nowNanos));
            if (!reply.equals("none")) {
                replies.merge(reply, 1, Integer::sum);
            }
            assertThat(Meters.counted(registry)).isEqualTo(replies);
            assertThat(Meters.backlog(registry)).isEqualTo(Meters.backlog(tracker.backlog(nowNanos)));
        }
    }
}
