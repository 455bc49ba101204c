package dev.halflife.impl.record;

import dev.halflife.impl.heat.Announcement;
import dev.halflife.impl.heat.Announcer;
import dev.halflife.impl.heat.Belief;
import dev.halflife.impl.heat.Emission;
import dev.halflife.impl.heat.HeatRegistry;
import dev.halflife.impl.heat.Observation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A {@link HeatRegistry} whose calls are recorded; a {@link dev.halflife.impl.heat.HeatDriver} drives it like any other.
 *
 * <pre>{@code
 * TraceRecorder<ChainId> recorder = TraceRecorder.into(folder, ChainId::toString).cap(8192).oneKeyIn(64).start();
 * HeatRegistry<ChainId> registry = HeatRegistry.<ChainId>unmarked(policy).cap(8192).onEvicted(recorder::evicted).build();
 * RecordedHeatRegistry<ChainId> recorded = new RecordedHeatRegistry<>(registry, recorder);
 * }</pre>
 *
 * <p>Thread-safe. Costs a look at the key's hash and a shared lock for a key that is not recorded, an exclusive one and a
 * small object for one that is; see {@link TraceRecorder}.
 */
public final class RecordedHeatRegistry<K> implements Announcer<K> {

    private final HeatRegistry<K> registry;
    private final TraceRecorder<K> recorder;

    /** Withdrawals that the registry had given up when last looked at. */
    private final AtomicLong givenUp = new AtomicLong();

    /** How many ticks had nothing to tell. The registry does not number those, but a trace names each tick. */
    private final AtomicLong nothingToTell = new AtomicLong();

    /** Records this registry, to which nothing was done yet, and whose evictions {@link TraceRecorder#evicted} is told of. */
    public RecordedHeatRegistry(HeatRegistry<K> registry, TraceRecorder<K> recorder) {
        this.registry = registry;
        this.recorder = recorder;
    }

    /** As {@link HeatRegistry#touch(Object, long)}. */
    public void touch(K key, long nowNanos) {
        recorder.touch(key, nowNanos, () -> registry.touch(key, nowNanos));
    }

    /** As {@link HeatRegistry#bump(Object, long)}. */
    public double bump(K key, long nowNanos) {
        return recorder.bump(key, nowNanos, () -> registry.bump(key, nowNanos));
    }

    @Override
    public Announcement<K> tick(long nowNanos) {
        return recorder.tick(nowNanos, () -> followed(registry.tick(nowNanos)), this::issued, announcement -> {
            Map<K, Double> rates = new LinkedHashMap<>();
            for (Emission<K> emission : announcement.emissions()) {
                rates.put(emission.key(), emission.rate());
            }
            return rates;
        });
    }

    @Override
    public void commit(Announcement<K> announcement) {
        recorder.commit(number(announcement), null, () -> registry.commit(announcement));
    }

    /** As {@link HeatRegistry#commit(Announcement, Collection)}. */
    public void commit(Announcement<K> announcement, Collection<? extends K> keys) {
        recorder.commit(number(announcement), keys, () -> registry.commit(announcement, keys));
    }

    @Override
    public void rollback(Announcement<K> announcement) {
        recorder.rollback(number(announcement), null, () -> registry.rollback(announcement));
    }

    /** As {@link HeatRegistry#rollback(Announcement, Collection)}. */
    public void rollback(Announcement<K> announcement, Collection<? extends K> keys) {
        recorder.rollback(number(announcement), keys, () -> registry.rollback(announcement, keys));
    }

    /** As {@link HeatRegistry#remove}. */
    public void remove(K key) {
        recorder.remove(key, () -> registry.remove(key));
    }

    /** As {@link HeatRegistry#observe}. */
    public Optional<Observation> observe(K key) {
        return recorder.observe(
                key,
                () -> followed(registry.observe(key)),
                seen -> seen.map(RecordedHeatRegistry::seen).orElse(null));
    }

    private long issued(Announcement<K> announcement) {
        return announcement.isEmpty() ? -nothingToTell.incrementAndGet() : announcement.number();
    }

    /** Of several ticks with nothing to tell the last: an answer to one is like an answer to another. */
    private long number(Announcement<K> announcement) {
        return announcement.isEmpty() ? -nothingToTell.get() : announcement.number();
    }

    private static TraceRecorder.Seen seen(Observation seen) {
        Belief belief = seen.belief();
        Double announced = belief instanceof Belief.Announced told ? Double.valueOf(told.rate()) : null;
        return new TraceRecorder.Seen(seen.rate(), seen.asOfNanos(), announced, announced == null && belief.mayBeHot());
    }

    /** As {@link HeatRegistry#size}. */
    public int size() {
        return recorder.len(registry::size);
    }

    /** Where the trace does not tell the cap, a judge cannot know that a withdrawal was given up for want of room (F3). */
    private <T> T followed(T reply) {
        long now = registry.droppedWithdrawals();
        if (givenUp.getAndSet(now) != now && !recorder.whole()) {
            recorder.cut();
        }
        return reply;
    }
}
