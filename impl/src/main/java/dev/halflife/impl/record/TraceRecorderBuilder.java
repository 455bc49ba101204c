package dev.halflife.impl.record;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.halflife.impl.heat.HeatPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Function;

/**
 * The settings of a new {@link TraceRecorder}: every key of an unmarked, unbounded registry with the default policy under the
 * strict contract, unless told otherwise. Not thread-safe.
 */
public final class TraceRecorderBuilder<K> {

    private static final long DEFAULT_LEASE_NANOS = 60_000_000_000L;

    private final Path folder;
    private final Function<K, String> name;
    private HeatPolicy policy = HeatPolicy.DEFAULT;
    private boolean marks;
    private int cap;
    private long leaseNanos = DEFAULT_LEASE_NANOS;
    private String contract = "strict";
    private int oneKeyIn = 1;
    private int queue = 1 << 16;
    private long rotateBytes = 64L << 20;
    private long limitBytes = 4L << 30;

    TraceRecorderBuilder(Path folder, Function<K, String> name) {
        this.folder = folder;
        this.name = name;
    }

    /** The policy that the registry was made with. */
    public TraceRecorderBuilder<K> policy(HeatPolicy its) {
        this.policy = its;
        return this;
    }

    /** The registry marks what is in flight (T4): it is a blob heat registry, whose keys have names of 64 digits. */
    public TraceRecorderBuilder<K> marked(long itsLeaseNanos) {
        this.marks = true;
        this.leaseNanos = within("leaseNanos", itsLeaseNanos, Long.MAX_VALUE);
        return this;
    }

    /** The greatest number of keys that the registry tracks (R2). */
    public TraceRecorderBuilder<K> cap(int its) {
        this.cap = (int) within("cap", its, Integer.MAX_VALUE);
        return this;
    }

    /** What the registry is held to: {@code strict} or {@code published}. */
    public TraceRecorderBuilder<K> contract(String its) {
        if (!its.equals("strict") && !its.equals("published")) {
            throw new IllegalArgumentException("contract must be strict or published: " + its);
        }
        this.contract = its;
        return this;
    }

    /** Records one key in so many, chosen by its hash; 1 records every key. */
    public TraceRecorderBuilder<K> oneKeyIn(int keys) {
        this.oneKeyIn = (int) within("oneKeyIn", keys, Integer.MAX_VALUE);
        return this;
    }

    /** How many steps may be on their way to the disk; some 100 bytes each. */
    public TraceRecorderBuilder<K> queue(int steps) {
        this.queue = (int) within("queue", steps, 1 << 24);
        return this;
    }

    /** After how many bytes, gzipped, a new file is begun. */
    public TraceRecorderBuilder<K> rotateBytes(long bytes) {
        this.rotateBytes = within("rotateBytes", bytes, Long.MAX_VALUE);
        return this;
    }

    /** After how many bytes, gzipped and over all files, recording ends; to about the size of a file. */
    public TraceRecorderBuilder<K> limitBytes(long bytes) {
        this.limitBytes = within("limitBytes", bytes, Long.MAX_VALUE);
        return this;
    }

    /** Begins to record a registry that nothing was done to yet. */
    public TraceRecorder<K> start() {
        String recording =
                (marks ? "blob-heat-" : "heat-") + UUID.randomUUID().toString().substring(0, 8);
        return new TraceRecorder<>(this, new TraceFiles(folder, recording, rotateBytes, limitBytes, this::header));
    }

    private static long within(String what, long value, long most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(what + " must be within [1, " + most + "]: " + value);
        }
        return value;
    }

    /** Whether a key with this hash is recorded; the hash is spread first, as many leave the upper bits alone. */
    boolean records(int hash) {
        int z = hash * 0x9E3779B9;
        return oneKeyIn == 1 || Integer.remainderUnsigned(z ^ (z >>> 15), oneKeyIn) == 0;
    }

    boolean everyKey() {
        return oneKeyIn == 1;
    }

    String name(K key) {
        return name.apply(key);
    }

    int queue() {
        return queue;
    }

    private void header(JsonGenerator out, boolean whole) throws IOException {
        out.writeStringField("subject", marks ? "blob-heat-registry" : "heat-registry");
        out.writeNumberField("cap", whole && everyKey() ? cap : 0);
        out.writeNumberField("halfLifeNanos", policy.halfLifeNanos());
        out.writeNumberField("leaseNanos", leaseNanos);
        out.writeObjectFieldStart("policy");
        out.writeBooleanField("enabled", policy.enabled());
        out.writeNumberField("emitRatio", policy.emitRatio());
        out.writeEndObject();
        out.writeStringField("contract", contract);
        out.writeStringField("source", everyKey() ? "every key" : "one key in " + oneKeyIn);
    }
}
