package dev.halflife.sim.write.breaker;

import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.breaker.BreakerOperation;
import dev.halflife.model.write.breaker.BreakerReply;
import dev.halflife.sim.defect.Mistakes;
import dev.halflife.sim.subject.Subject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A breaker per partition as a textbook has it: the strict rules in the plainest way, a method per step. What defects are
 * defective about.
 */
class TextbookBreaker implements Subject<BreakerOperation, BreakerReply>, BreakerOperation.Cases<BreakerReply> {

    /** Makes defects that are a mistake in one of these. */
    static final Mistakes<BreakerConfig, BreakerOperation, BreakerReply> MISTAKES =
            new Mistakes<>(TextbookBreaker::new, 1_000);

    private static final BreakerReply DONE = new BreakerReply.Done();

    /** One partition. */
    static final class Circuit {
        /** In a row, up to the last report, while it is closed. */
        int failures;

        boolean opened;
        long endNanos;
        boolean probing;
        long probeNanos;
    }

    final BreakerConfig config;
    final Map<String, Circuit> circuits = new LinkedHashMap<>();

    TextbookBreaker(BreakerConfig config) {
        this.config = config;
    }

    @Override
    public BreakerReply apply(BreakerOperation operation) {
        return operation.match(this);
    }

    Circuit circuit(String partition) {
        return circuits.computeIfAbsent(partition, named -> new Circuit());
    }

    @Override
    public BreakerReply allow(BreakerOperation.Allow allow) {
        Circuit circuit = circuit(allow.partition());
        long now = allow.atNanos();
        if (!circuit.opened) {
            return new BreakerReply.Allowed(true);
        }
        boolean allowed = hasEnded(circuit, now) && isTurnFree(circuit, now);
        if (allowed) {
            probe(circuit, now);
        }
        return new BreakerReply.Allowed(allowed);
    }

    /** B2. */
    boolean hasEnded(Circuit circuit, long nowNanos) {
        return nowNanos >= circuit.endNanos;
    }

    /** Whether no probe is out, or one that has lost its turn (F8). */
    boolean isTurnFree(Circuit circuit, long nowNanos) {
        return !circuit.probing || nowNanos >= later(circuit.probeNanos);
    }

    void probe(Circuit circuit, long nowNanos) {
        circuit.probing = true;
        circuit.probeNanos = nowNanos;
    }

    @Override
    public BreakerReply success(BreakerOperation.Success success) {
        close(circuit(success.partition()));
        return DONE;
    }

    /** B1. */
    void close(Circuit circuit) {
        circuit.failures = 0;
        circuit.opened = false;
        circuit.probing = false;
    }

    @Override
    public BreakerReply failure(BreakerOperation.Failure failure) {
        Circuit circuit = circuit(failure.partition());
        if (!circuit.opened) {
            count(circuit, failure.atNanos());
        } else if (circuit.probing) {
            reopen(circuit, failure.atNanos());
        } else {
            prolong(circuit, failure.atNanos());
        }
        return DONE;
    }

    /** A failure while it is closed (B1). */
    void count(Circuit circuit, long nowNanos) {
        circuit.failures++;
        if (isEnough(circuit.failures)) {
            circuit.opened = true;
            circuit.endNanos = later(nowNanos);
        }
    }

    boolean isEnough(int failures) {
        return failures >= config.failures();
    }

    /** A probe's failure (B2). */
    void reopen(Circuit circuit, long nowNanos) {
        circuit.probing = false;
        prolong(circuit, nowNanos);
    }

    /** A failure while it is open (B3). */
    void prolong(Circuit circuit, long nowNanos) {
        circuit.endNanos = Math.max(circuit.endNanos, later(nowNanos));
    }

    /** The end of an open time, or of a probe's turn, that begins now. */
    long later(long nowNanos) {
        long later = nowNanos + config.openNanos();
        return later < nowNanos ? Long.MAX_VALUE : later;
    }

    @Override
    public BreakerReply state(BreakerOperation.State ask) {
        Circuit circuit = circuit(ask.partition());
        return new BreakerReply.Told(circuit.opened && !hasEnded(circuit, ask.atNanos()));
    }
}
