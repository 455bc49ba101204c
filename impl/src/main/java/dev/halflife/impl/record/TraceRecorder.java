package dev.halflife.impl.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Records what a heat registry does while it does it, as a trace that {@code halflife check} judges. Every call of the
 * registry goes through here, from its first on:
 *
 * <pre>{@code
 * TraceRecorder<Long> recorder = TraceRecorder.<Long>into(folder, HexFormat.of()::toHexDigits).oneKeyIn(64).start();
 * double rate = recorder.bump(key, now, () -> registry.bump(key, now));
 * }</pre>
 *
 * <p>For {@link dev.halflife.impl.heat.HeatRegistry} there is {@link RecordedHeatRegistry}.
 *
 * <p>A key is recorded wholly or not at all. A call that concerns a recorded key, a tick, and an answer are done while
 * nothing else is, so that the order of the trace is the order in which things happened; calls that concern other keys go on
 * side by side. With one key in 64 that is one call in 64; recording every key ({@link TraceRecorderBuilder#oneKeyIn
 * oneKeyIn(1)}) does one call at a time. Where keys are left out, so are the cap and the number of keys: the trace says that
 * the registry is unbounded, and an eviction of a recorded key stands in it as a remove.
 *
 * <p>No call ever waits for the disk. A step for which there is no room on the way to it is dropped and counted, and ends
 * the segment; the next segment holds a key only from where there is nothing to know of it: once it was withdrawn and
 * peers have confirmed it. So what is dropped is never held against the registry. Thread-safe.
 *
 * @param <K> the keys, with a stable {@code equals} and {@code hashCode}
 */
public final class TraceRecorder<K> implements AutoCloseable {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Lock alone = lock.writeLock();
    private final Lock together = lock.readLock();
    /** What the call that this thread is in has evicted; gone at its end, so that nothing outlives the recorder. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<List<K>> evictedNow = new ThreadLocal<>();

    private final Knowledge<K> knowledge = new Knowledge<>();
    private final TraceRecorderBuilder<K> settings;
    private final TraceWriter writer;
    private volatile boolean whole;
    private volatile long lastNanos;

    TraceRecorder(TraceRecorderBuilder<K> settings, TraceFiles files) {
        this.settings = settings;
        this.whole = settings.everyKey();
        this.writer = new TraceWriter(new HandOver(settings.queue()), files, alone, this::forget);
        writer.start();
    }

    /**
     * Begins to describe a recorder.
     *
     * @param folder where the files go; made when the first is written
     * @param name a key's name in the trace, lower-case hex of 16 digits, or 64 for a blob heat registry; no two keys may
     *     have the same. Called on a thread of the recorder's
     */
    public static <K> TraceRecorderBuilder<K> into(Path folder, Function<K, String> name) {
        return new TraceRecorderBuilder<>(folder, name);
    }

    /** A touch (R1), which {@code call} does. */
    public void touch(K key, long nowNanos, Runnable call) {
        creating(key, nowNanos, "touch", () -> {
            call.run();
            return Double.NaN;
        });
    }

    /** A bump (D3), which {@code call} does, and the rate after it. */
    public double bump(K key, long nowNanos, DoubleSupplier call) {
        return creating(key, nowNanos, "bump", call);
    }

    /**
     * Told of a key that is evicted to make room for another, by the registry, on the thread whose touch or bump does it,
     * before that returns.
     */
    public void evicted(K key) {
        List<K> evicted = evictedNow.get();
        if (evicted != null) {
            evicted.add(key);
        } else {
            // Out of turn: there is no telling where in the trace it belongs.
            writer.cut();
        }
    }

    private double creating(K key, long nowNanos, String op, DoubleSupplier call) {
        boolean recorded = sampled(key);
        Lock held = recorded || whole ? alone : together;
        held.lock();
        List<K> evicted = new ArrayList<>(1);
        evictedNow.set(evicted);
        boolean done = false;
        try {
            double rate = call.getAsDouble();
            done = true;
            created(key, recorded, nowNanos, op, evicted, rate);
            return rate;
        } finally {
            evictedNow.remove();
            if (!done) {
                writer.cut();
            }
            held.unlock();
        }
    }

    private void created(K key, boolean recorded, long nowNanos, String op, List<K> evicted, double rate) {
        // A reply names one key: where a registry evicts more than that, the others are missed later (R2).
        K named = whole && !evicted.isEmpty() ? evicted.get(0) : null;
        if (!whole) {
            evicted.stream().filter(this::sampled).forEach(gone -> gone(gone, nowNanos));
        }
        evicted.forEach(knowledge::changed);
        if (!recorded) {
            return;
        }
        knowledge.changed(key);
        lastNanos = nowNanos;
        if (knowledge.has(key)) {
            offer(op, nowNanos, out -> {
                out.writeStringField("key", name(key));
                out.writeStringField("evicted", named == null ? null : name(named));
                if (op.equals("bump")) {
                    out.writeNumberField("rate", rate);
                }
            });
        }
    }

    /** A key that left as if it had been removed. */
    private void gone(K key, long nowNanos) {
        if (knowledge.has(key)) {
            offer("remove", nowNanos, out -> out.writeStringField("key", name(key)));
        }
    }

    /**
     * A tick (T1), which {@code call} does.
     *
     * @param number names it in later answers; no two may be the same
     * @param rates what it announced: the rate of each key, 0 for a withdrawal
     */
    public <A> A tick(long nowNanos, Supplier<A> call, ToLongFunction<A> number, Function<A, Map<K, Double>> rates) {
        return alone(() -> {
            A announced = call.get();
            ticked(number.applyAsLong(announced), nowNanos, rates.apply(announced));
            return announced;
        });
    }

    private void ticked(long number, long nowNanos, Map<K, Double> rates) {
        lastNanos = nowNanos;
        Map<K, Double> mine = new LinkedHashMap<>();
        rates.forEach((key, rate) -> {
            if (sampled(key)) {
                mine.put(key, rate);
            }
        });
        Map<K, Double> told = knowledge.issued(number, mine);
        offer("tick", nowNanos, out -> {
            out.writeNumberField("tick", number);
            out.writeArrayFieldStart("emissions");
            for (Map.Entry<K, Double> emission : told.entrySet()) {
                out.writeStartObject();
                out.writeStringField("key", name(emission.getKey()));
                out.writeNumberField("rate", emission.getValue());
                out.writeEndObject();
            }
            out.writeEndArray();
        });
    }

    /** A commit of what this tick announced (T2), or of these keys of it, which {@code call} does. */
    public void commit(long number, @Nullable Collection<? extends K> part, Runnable call) {
        answer("commit", number, part, call);
    }

    /** A rollback of what this tick announced (T4), or of these keys of it, which {@code call} does. */
    public void rollback(long number, @Nullable Collection<? extends K> part, Runnable call) {
        answer("rollback", number, part, call);
    }

    private void answer(String op, long number, @Nullable Collection<? extends K> part, Runnable call) {
        Set<K> keys = part == null ? null : new LinkedHashSet<>(part);
        doAlone(() -> {
            call.run();
            Set<K> told = knowledge.answered(number, keys, op.equals("commit"));
            if (told == null) {
                writer.cut();
                return;
            }
            offer(op, lastNanos, out -> {
                out.writeNumberField("tick", number);
                if (keys != null) {
                    out.writeArrayFieldStart("keys");
                    for (K key : told) {
                        out.writeString(name(key));
                    }
                    out.writeEndArray();
                }
            });
        });
    }

    /** A remove (R4), which {@code call} does. */
    public void remove(K key, Runnable call) {
        if (!sampled(key)) {
            call.run();
            return;
        }
        doAlone(() -> {
            call.run();
            knowledge.changed(key);
            gone(key, lastNanos);
        });
    }

    /**
     * An observation (D7), which {@code call} does.
     *
     * @param seen the counter, or null where the key is not tracked
     */
    public <A> A observe(K key, Supplier<A> call, Function<A, @Nullable Seen> seen) {
        if (!sampled(key)) {
            return call.get();
        }
        return alone(() -> {
            A reply = call.get();
            observed(key, seen.apply(reply));
            return reply;
        });
    }

    private void observed(K key, @Nullable Seen seen) {
        if (knowledge.has(key)) {
            offer("observe", lastNanos, out -> {
                out.writeStringField("key", name(key));
                out.writeBooleanField("tracked", seen != null);
                if (seen != null) {
                    seen.write(out);
                }
            });
        }
    }

    /** The number of keys, which {@code call} counts; recorded only while every key is. */
    public int len(IntSupplier call) {
        if (!whole) {
            return call.getAsInt();
        }
        return alone(() -> {
            int len = call.getAsInt();
            if (whole) {
                offer("len", lastNanos, out -> out.writeNumberField("len", len));
            }
            return len;
        });
    }

    /** Ends the segment: something has happened that the trace cannot tell. */
    public void cut() {
        writer.cut();
    }

    /** Whether every key has been recorded since the registry began, so that the cap and the number of keys are too. */
    boolean whole() {
        return whole;
    }

    private void doAlone(Runnable call) {
        alone(() -> {
            call.run();
            return this;
        });
    }

    private <T> T alone(Supplier<T> call) {
        alone.lock();
        boolean done = false;
        try {
            T result = call.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                // Nobody knows how far a call got that threw.
                writer.cut();
            }
            alone.unlock();
        }
    }

    /** Called while nothing else happens. */
    private void forget() {
        whole = false;
        knowledge.forget();
    }

    private boolean sampled(K key) {
        return settings.records(key.hashCode());
    }

    private String name(K key) {
        return settings.name(key);
    }

    private void offer(String op, long nowNanos, Step fields) {
        writer.offer(out -> {
            out.writeStringField("op", op);
            out.writeNumberField("at", nowNanos);
            fields.write(out);
        });
    }

    /** How many steps were written; those on their way are not counted yet. */
    public long recorded() {
        return writer.recorded();
    }

    /** How many steps were dropped: for want of room, or because a gap before them was not closed yet. */
    public long dropped() {
        return writer.dropped();
    }

    /** Why nothing is recorded any more, such as a full disk; empty while all is well. */
    public Optional<String> failure() {
        return writer.failure();
    }

    /** Writes what is on its way, and records nothing any more; calls go through as before. */
    @Override
    public void close() {
        writer.close();
    }

    /**
     * A tracked counter as it was seen.
     *
     * @param rate as of {@code asOfNanos}
     * @param asOfNanos when it was brought up to date last
     * @param lastEmitted what peers were told last and have confirmed, or null where that was nothing
     * @param unknown whether nobody knows what peers believe (F13); {@code lastEmitted} means nothing then
     */
    public record Seen(
            double rate, long asOfNanos, @Nullable Double lastEmitted, boolean unknown) {

        void write(JsonGenerator out) throws IOException {
            out.writeNumberField("rate", rate);
            out.writeNumberField("asOf", asOfNanos);
            if (unknown) {
                out.writeStringField("lastEmitted", "unknown");
            } else if (lastEmitted == null) {
                out.writeNullField("lastEmitted");
            } else {
                out.writeNumberField("lastEmitted", lastEmitted);
            }
        }
    }
}
