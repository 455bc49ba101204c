package dev.halflife.model.write.breaker;

import static dev.halflife.model.write.breaker.BreakerRule.B1;
import static dev.halflife.model.write.breaker.BreakerRule.B2;
import static dev.halflife.model.write.breaker.BreakerRule.B3;
import static dev.halflife.model.write.breaker.BreakerRule.F8;

import dev.halflife.model.Contract;
import dev.halflife.model.Lapse;
import dev.halflife.model.Slip;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a circuit breaker breaks one of its rules: first what it does in one case, then what leaves the end of an open time open. */
final class BreakerLapses {

    private static final long SECOND_NANOS = 1_000_000_000L;

    private final BreakerSpec spec;
    private final BreakerConfig config;
    private final List<Lapse<BreakerState, BreakerOperation, BreakerReply>> all = new ArrayList<>();

    private BreakerLapses(BreakerSpec spec, BreakerConfig config) {
        this.spec = spec;
        this.config = config;
    }

    static List<Lapse<BreakerState, BreakerOperation, BreakerReply>> of(
            BreakerSpec spec, BreakerConfig config, boolean oneProbe) {
        BreakerLapses lapses = new BreakerLapses(spec, config);
        if (oneProbe) {
            lapses.all.add(new Lapse<>(F8, new BreakerSpec(config, Contract.published()), true));
        }
        lapses.retreats();
        lapses.probes();
        lapses.successes();
        lapses.counts();
        lapses.neighbours();
        lapses.openTimes();
        return lapses.all;
    }

    /** What a report leaves of its partition's circuit; null where that is right. */
    private interface Reporting {
        @Nullable
        Circuit after(Circuit circuit, long nowNanos);
    }

    private void retreats() {
        failure(
                B3,
                (circuit, now) -> circuit instanceof Circuit.Open open
                                && !open.probed()
                                && config.endOf(now) < open.latestEndNanos()
                        ? Circuit.Open.until(config.endOf(now))
                        : null);
    }

    private void probes() {
        failure(
                B2,
                (circuit, now) -> circuit instanceof Circuit.Open open && open.probed()
                        ? Circuit.Open.between(open.earliestEndNanos(), open.latestEndNanos())
                        : null);
        failure(B2, (circuit, now) -> circuit instanceof Circuit.Open open && open.probed() ? counted(0, now) : null);
    }

    private void successes() {
        success(
                B1,
                (circuit, now) ->
                        circuit instanceof Circuit.Open open && open.mayBeOpen(now) && !open.probed() ? circuit : null);
        success(B1, (circuit, now) -> circuit instanceof Circuit.Open open && open.probed() ? circuit : null);
        success(B1, (circuit, now) -> circuit instanceof Circuit.Open ? circuit : null);
        success(B1, (circuit, now) -> circuit instanceof Circuit.Closed ? circuit : null);
        success(
                B1,
                (circuit, now) ->
                        circuit instanceof Circuit.Open ? new Circuit.Closed(config.failures() - 1) : circuit);
        success(B1, (circuit, now) -> circuit);
        add(B1, (state, operation, reply) -> {
            if (!(operation instanceof BreakerOperation.Success)) {
                return null;
            }
            BreakerState after = state;
            for (String each : state.partitions()) {
                after = after.with(each, Circuit.FRESH);
            }
            return after.with(operation.partition(), Circuit.FRESH);
        });
    }

    private void counts() {
        failure(
                B1,
                (circuit, now) -> circuit instanceof Circuit.Closed closed && closed.failures() == config.failures() - 1
                        ? new Circuit.Closed(config.failures())
                        : null);
        failure(
                B1,
                (circuit, now) -> circuit instanceof Circuit.Closed closed && closed.failures() == config.failures() - 2
                        ? Circuit.Open.until(config.endOf(now))
                        : null);
        failure(
                B1,
                (circuit, now) ->
                        circuit instanceof Circuit.Closed closed ? counted(closed.failures() + 1, now) : null);
        failure(B1, (circuit, now) -> circuit instanceof Circuit.Closed ? circuit : null);
    }

    private void neighbours() {
        all.add(new Lapse<>(B3, new SharedCircuits(spec, partition -> "")));
        all.add(new Lapse<>(
                B3, new SharedCircuits(spec, partition -> partition.substring(0, Math.min(1, partition.length())))));
        add(B3, (state, operation, reply) -> {
            if (!(operation instanceof BreakerOperation.Failure failure) || state.opened(failure.partition())) {
                return null;
            }
            int failures = 0;
            for (String each : state.partitions()) {
                failures += state.opened(each) ? config.failures() : state.failures(each);
            }
            return failures + 1 < config.failures()
                    ? null
                    : state.with(failure.partition(), Circuit.Open.until(config.endOf(failure.atNanos())));
        });
        add(B3, (state, operation, reply) -> {
            if (!(operation instanceof BreakerOperation.Failure failure)) {
                return null;
            }
            BreakerState after = state;
            for (String each : state.partitions()) {
                after = failed(after, each, failure.atNanos());
            }
            return failed(after, failure.partition(), failure.atNanos());
        });
        add(
                B3,
                (state, operation, reply) -> operation instanceof BreakerOperation.Allow allow
                                && reply.equals(new BreakerReply.Allowed(false))
                                && !state.opened(allow.partition())
                                && state.partitions().stream()
                                        .anyMatch(each -> state.circuit(each) instanceof Circuit.Open open
                                                && open.mayBeOpen(allow.atNanos()))
                        ? state
                        : null);
    }

    private BreakerState failed(BreakerState state, String partition, long nowNanos) {
        Circuit circuit = state.circuit(partition);
        boolean known = state.circuits.containsKey(partition);
        return circuit instanceof Circuit.Open open
                ? state.with(partition, open.failed(config.endOf(nowNanos), config))
                : state.with(partition, counted(known ? state.failures(partition) : 0, nowNanos));
    }

    /** One failure more. */
    private Circuit counted(int failures, long nowNanos) {
        return failures + 1 < config.failures()
                ? new Circuit.Closed(failures + 1)
                : Circuit.Open.until(config.endOf(nowNanos));
    }

    private void openTimes() {
        failure(
                B3,
                (circuit, now) -> circuit instanceof Circuit.Open open && !open.probed()
                        ? Circuit.Open.between(Long.MIN_VALUE, open.latestEndNanos())
                        : null);
        failure(
                B1,
                (circuit, now) -> opens(circuit)
                        ? Circuit.Open.until(config.endOf(now - Math.floorMod(now, SECOND_NANOS)))
                        : null);
        failure(B1, (circuit, now) -> opens(circuit) ? Circuit.Open.between(Long.MIN_VALUE, config.endOf(now)) : null);
        failure(
                B2,
                (circuit, now) -> circuit instanceof Circuit.Open open && open.probed()
                        ? Circuit.Open.between(Long.MIN_VALUE, Long.MAX_VALUE)
                        : null);
        failure(
                B2,
                (circuit, now) -> circuit instanceof Circuit.Open open
                        ? Circuit.Open.between(open.earliestEndNanos(), Long.MAX_VALUE)
                        : opens(circuit) ? Circuit.Open.between(config.endOf(now), Long.MAX_VALUE) : null);
    }

    private boolean opens(Circuit circuit) {
        return circuit instanceof Circuit.Closed closed && closed.failures() + 1 >= config.failures();
    }

    private void success(BreakerRule rule, Reporting reporting) {
        add(
                rule,
                (state, operation, reply) ->
                        operation instanceof BreakerOperation.Success ? after(state, operation, reporting) : null);
    }

    private void failure(BreakerRule rule, Reporting reporting) {
        add(
                rule,
                (state, operation, reply) ->
                        operation instanceof BreakerOperation.Failure ? after(state, operation, reporting) : null);
    }

    private static @Nullable BreakerState after(BreakerState state, BreakerOperation report, Reporting reporting) {
        Circuit after = reporting.after(state.circuit(report.partition()), report.atNanos());
        return after == null ? null : state.with(report.partition(), after);
    }

    private void add(BreakerRule rule, Slip<BreakerState, BreakerOperation, BreakerReply> slip) {
        all.add(Lapse.of(rule, spec, slip));
    }
}
