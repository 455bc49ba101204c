package dev.halflife.sim.world;

import dev.halflife.model.heat.HeatReply.Emission;
import dev.halflife.model.heat.HeatState;
import java.util.List;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;
import kotlinx.collections.immutable.PersistentSet;

/**
 * A mesh as the contract sees it.
 *
 * @param heat the registry
 * @param peers what peers were last told, by key; withdrawn keys are gone
 * @param hanging batches that nobody has answered, by round
 * @param answered rounds that hung and were answered: a sink may answer them again
 * @param handed the round that handed a key to the sink, where it is not answered, removed or evicted since (S2)
 * @param heard keys of which an announcement was confirmed since their counter was made
 * @param failed keys whose announcement failed, and of which none was confirmed since their counter was made (S3)
 * @param gone the round that had handed over a key when its counter went, for as long as that round hangs
 * @param forgiven keys whose owed withdrawal was dropped at the cap: peers may believe in them for ever (F3)
 * @param clockwork how far things have got
 */
public record MeshState(
        HeatState heat,
        PersistentMap<String, Double> peers,
        PersistentMap<Long, Batch> hanging,
        PersistentSet<Long> answered,
        PersistentMap<String, Long> handed,
        PersistentSet<String> heard,
        PersistentSet<String> failed,
        PersistentMap<String, Long> gone,
        PersistentSet<String> forgiven,
        Clockwork clockwork) {

    /**
     * How far things have got.
     *
     * @param rounds the number of the last round
     * @param lastNanos the latest time of anything so far
     * @param lastTickNanos the time of the last round
     * @param troubleNanos when the first round after the last delivered one was not delivered; {@link #NEVER} where none
     * @param evictions how many keys were evicted since the last round
     * @param quietRounds how many delivered rounds went by since anything else happened, each after a long silence
     */
    public record Clockwork(
            long rounds, long lastNanos, long lastTickNanos, long troubleNanos, int evictions, int quietRounds) {

        static final long NEVER = Long.MIN_VALUE;

        static final Clockwork START = new Clockwork(0, NEVER, NEVER, NEVER, 0, 0);

        /** Something else than a round. */
        Clockwork at(long atNanos, int moreEvictions) {
            return new Clockwork(
                    rounds, Math.max(lastNanos, atNanos), lastTickNanos, troubleNanos, evictions + moreEvictions, 0);
        }

        /** A round. */
        Clockwork round(long number, long atNanos, boolean delivered, long quietNanos) {
            boolean silence = lastNanos == NEVER || atNanos - lastNanos >= quietNanos;
            long trouble = delivered ? NEVER : troubleNanos == NEVER ? atNanos : troubleNanos;
            return new Clockwork(
                    number,
                    Math.max(lastNanos, atNanos),
                    atNanos,
                    trouble,
                    0,
                    delivered && silence ? quietRounds + 1 : 0);
        }
    }

    /** The number of the last round. */
    public long rounds() {
        return clockwork.rounds();
    }

    /**
     * A batch that nobody has answered.
     *
     * @param emissions what it announces
     * @param atNanos when it was issued
     * @param lost whether its driver is dead, so that nobody ever will
     * @param applied whether the peers have applied it
     * @param late whether they applied it after a later announcement of one of its keys was committed: then the sink owes
     *     an answer (assumed in model/spec/3-findings.md)
     */
    public record Batch(List<Emission> emissions, long atNanos, boolean lost, boolean applied, boolean late) {

        Batch appliedNow(boolean isLate) {
            return new Batch(emissions, atNanos, lost, true, late || isLate);
        }

        boolean names(String key) {
            return emissions.stream().anyMatch(emission -> emission.key().equals(key));
        }
    }

    static MeshState initial(HeatState heat) {
        return new MeshState(
                heat,
                ExtensionsKt.persistentHashMapOf(),
                ExtensionsKt.persistentMapOf(),
                ExtensionsKt.persistentSetOf(),
                ExtensionsKt.persistentHashMapOf(),
                ExtensionsKt.persistentHashSetOf(),
                ExtensionsKt.persistentHashSetOf(),
                ExtensionsKt.persistentHashMapOf(),
                ExtensionsKt.persistentHashSetOf(),
                Clockwork.START);
    }
}
