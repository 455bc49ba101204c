package dev.halflife.impl.write;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Counters and gauges of the write path in a Micrometer registry.
 *
 * <pre>{@code
 * WritePathMetrics metrics = new WritePathMetrics(registry);
 * InterferenceTracker tracker = new InterferenceTracker(InterferenceTracker.DEFAULT_LEASE_NANOS, metrics);
 * RunningStatistics statistics = new RunningStatistics(RunningStatistics.SAMPLES_PER_SNAPSHOT, metrics);
 * }</pre>
 *
 * <table>
 * <caption>Meters</caption>
 * <tr><td>{@code halflife.novelty.routing}</td><td>writes scored, by {@code realm}, {@code namespace}, {@code model},
 * {@code route}, {@code threshold.band}</td></tr>
 * <tr><td>{@code halflife.consolidation.triggers}</td><td>requests, by {@code cause}</td></tr>
 * <tr><td>{@code halflife.consolidation.suppressions}</td><td>requests withheld, by {@code reason}</td></tr>
 * <tr><td>{@code halflife.consolidation.feedback}</td><td>reports, by {@code outcome}</td></tr>
 * <tr><td>{@code halflife.consolidation.backlog.score}</td><td>gauge: the backlog over all namespaces</td></tr>
 * <tr><td>{@code halflife.consolidation.backlog.namespaces}</td><td>gauge: how many namespaces it has</td></tr>
 * <tr><td>{@code halflife.consolidation.last.reduced.score}</td><td>gauge: what the last success took off</td></tr>
 * <tr><td>{@code halflife.consolidation.last.remaining.score}</td><td>gauge: what the last success left</td></tr>
 * </table>
 *
 * <p>A success is feedback of a pending request with or without progress; before the first both gauges are 0. A tracker
 * tells its observer under its lock, in the order of its operations, so at rest the gauges are the tracker's state and
 * the counters its replies. For one tracker and one registry: a second tracker would write over the gauges of the first.
 *
 * <p>Thread-safe. The gauges live as long as the registry.
 */
public final class WritePathMetrics implements WritePathObserver {

    private static final String PREFIX = "halflife.consolidation.";

    private final MeterRegistry registry;
    private final Counter triggers;
    private final Map<Action.Reason, Counter> suppressions;
    private final Map<FeedbackResult.Outcome, Counter> feedback;
    private volatile float backlogScore;
    private volatile int backlogNamespaces;
    private volatile float lastReducedScore;
    private volatile float lastRemainingScore;

    /** Registers the meters, all of them at 0; the routing counters come with the partitions they count. */
    public WritePathMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.triggers = counter("triggers", "Consolidations requested", "cause", "threshold_exceeded");
        this.suppressions = counters(
                Action.Reason.class,
                reason -> counter("suppressions", "Requests for consolidation withheld", "reason", label(reason)));
        this.feedback = counters(
                FeedbackResult.Outcome.class,
                outcome -> counter("feedback", "Reports of consolidations", "outcome", label(outcome)));
        gauge("backlog.score", "Unresolved interference over all namespaces", () -> backlogScore);
        gauge("backlog.namespaces", "Namespaces with unresolved interference", () -> backlogNamespaces);
        gauge(
                "last.reduced.score",
                "Interference that the last successful consolidation resolved",
                () -> lastReducedScore);
        gauge(
                "last.remaining.score",
                "Interference that the last successful consolidation left",
                () -> lastRemainingScore);
    }

    @Override
    public void accumulated(Action action, float total, int namespaces) {
        backlogScore = total;
        backlogNamespaces = namespaces;
        if (action instanceof Action.Suppressed suppressed) {
            increment(suppressions, suppressed.reason());
        } else if (action instanceof Action.Triggered) {
            triggers.increment();
        }
    }

    @Override
    public void answered(FeedbackResult result, int namespaces) {
        backlogScore = result.remaining();
        backlogNamespaces = namespaces;
        if (result.outcome() == FeedbackResult.Outcome.PROGRESS
                || result.outcome() == FeedbackResult.Outcome.NO_PROGRESS) {
            lastReducedScore = result.reduced();
            lastRemainingScore = result.remaining();
        }
        increment(feedback, result.outcome());
    }

    @Override
    public void routed(Partition partition, Novelty novelty) {
        registry.counter(
                        "halflife.novelty.routing",
                        Tags.of(
                                "realm", partition.realm(),
                                "namespace", partition.namespace(),
                                "model", partition.model(),
                                "route", label(novelty.route()),
                                "threshold.band", label(novelty.band())))
                .increment();
    }

    private Counter counter(String name, String description, String label, String value) {
        return Counter.builder(PREFIX + name)
                .description(description)
                .tag(label, value)
                .register(registry);
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(PREFIX + name, value).description(description).register(registry);
    }

    private static <E extends Enum<E>> Map<E, Counter> counters(Class<E> kinds, Function<E, Counter> counter) {
        Map<E, Counter> counters = new EnumMap<>(kinds);
        for (E kind : kinds.getEnumConstants()) {
            counters.put(kind, counter.apply(kind));
        }
        return counters;
    }

    private static <E extends Enum<E>> void increment(Map<E, Counter> counters, E kind) {
        Objects.requireNonNull(counters.get(kind)).increment();
    }

    private static String label(Action.Reason reason) {
        return switch (reason) {
            case AWAITING_FEEDBACK -> "awaiting_feedback";
            case COOLDOWN -> "cooldown_active";
        };
    }

    private static String label(FeedbackResult.Outcome outcome) {
        return switch (outcome) {
            case PROGRESS -> "progress";
            case NO_PROGRESS -> "no_progress";
            case FAILED -> "failed";
            case NO_PENDING_TRIGGER -> "no_pending_trigger";
        };
    }

    private static String label(Route route) {
        return switch (route) {
            case FAST -> "fast";
            case SLOW -> "slow";
        };
    }

    private static String label(Band band) {
        return switch (band) {
            case NEAR -> "near";
            case FAR -> "far";
        };
    }
}
