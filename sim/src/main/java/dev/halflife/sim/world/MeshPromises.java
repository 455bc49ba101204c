package dev.halflife.sim.world;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.NumberText;
import dev.halflife.model.Spec;
import dev.halflife.model.Violation;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.model.heat.HeatReply.Emission;
import dev.halflife.model.heat.HeatRule;
import dev.halflife.model.heat.HeatState;
import dev.halflife.model.heat.KeyText;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the protocol as a whole promises (S2 to S5), each asked of what was seen; null where the promise is kept. */
record MeshPromises(MeshConfig config, Contract contract, Spec<HeatState, HeatOperation, HeatReply> heatSpec) {

    private static final double ROUNDING = 1 + 1e-8;

    /** Whether the contract promises that peers are told the truth (S4, S5), and anything is told at all. */
    boolean truth() {
        return MeshSpec.promisesTruth(contract) && config.heat().policy().enabled();
    }

    /** S2: no key goes to the sink again before it is answered, its mark expired (F10), or its counter gone (T4). */
    @Nullable
    Violation notTwice(List<Emission> batch, MeshState before, long atNanos) {
        for (Emission emission : config.heat().marks() ? batch : List.<Emission>of()) {
            Long round = before.handed().get(emission.key());
            MeshState.Batch earlier = round == null ? null : before.hanging().get(round);
            boolean expired = earlier != null
                    && contract.asks(Finding.F10)
                    && atNanos - earlier.atNanos() > config.heat().leaseNanos();
            if (round != null && !expired) {
                return new Violation(
                        HeatRule.S2,
                        KeyText.of(emission.key()) + " not handed to the sink before its answer",
                        KeyText.of(emission.key()) + " → " + NumberText.of(emission.rate()));
            }
        }
        return null;
    }

    /** S3: a heat that peers never heard of, and whose announcement failed, is announced again by the next round. */
    @Nullable
    Violation notStranded(List<Emission> batch, MeshState before, MeshOperation.Round round) {
        HeatOperation tick = new HeatOperation.Tick(round.atNanos(), round.number());
        HeatReply.Ticked due = (HeatReply.Ticked) heatSpec.predict(before.heat(), tick);
        for (Emission emission : due.emissions()) {
            boolean again = before.failed().contains(emission.key()) && emission.rate() > 0;
            if (again && batch.stream().noneMatch(seen -> seen.key().equals(emission.key()))) {
                return new Violation(
                        HeatRule.S3,
                        KeyText.of(emission.key()) + " → " + NumberText.of(emission.rate())
                                + " again, as its announcement failed",
                        "nothing for " + KeyText.of(emission.key()));
            }
        }
        return null;
    }

    /**
     * S4: right after a delivered round, what peers believe of a key is within the ratio of its rate; but for keys in flight,
     * and for those of a batch that was applied late and is not answered yet. Where several states of the registry are
     * possible (D4, F3), in none of them.
     */
    @Nullable
    Violation honest(HeatState heat, Map<String, Double> peers, Collection<MeshState.Batch> hanging, long atNanos) {
        Violation first = null;
        for (HeatState possible : heat.each()) {
            Violation violation = dishonest(possible, peers, hanging, atNanos);
            if (violation == null) {
                return null;
            }
            first = first == null ? violation : first;
        }
        return first;
    }

    private @Nullable Violation dishonest(
            HeatState heat, Map<String, Double> peers, Collection<MeshState.Batch> hanging, long atNanos) {
        for (String key : heat.trackedKeys()) {
            if (heat.inFlight(key) || isApplied(hanging, key)) {
                continue;
            }
            double[] rates = heat.ratesAt(key, atNanos);
            double told = peers.getOrDefault(key, 0.0);
            if (Arrays.stream(rates).noneMatch(rate -> isHonest(rate, told))) {
                return new Violation(
                        HeatRule.S4,
                        KeyText.of(key) + " announced within the ratio of " + NumberText.of(rates[0]),
                        "peers believe " + NumberText.of(told));
            }
        }
        return null;
    }

    private boolean isHonest(double rate, double told) {
        double ratio = config.heat().policy().emitRatio() * ROUNDING;
        boolean silent = rate == 0 || told == 0;
        return silent ? rate == told : (rate <= told * ratio && told <= rate * ratio);
    }

    private static boolean isApplied(Collection<MeshState.Batch> hanging, String key) {
        for (MeshState.Batch batch : hanging) {
            if (batch.late() && batch.names(key)) {
                return true;
            }
        }
        return false;
    }

    /** S5: nothing is tracked. */
    @Nullable
    Violation empty(long tracked) {
        return tracked == 0 ? null : new Violation(HeatRule.S5, "an empty registry", tracked + " tracked");
    }

    /** S5: every announced key is withdrawn, but for those whose withdrawal was dropped at the cap; the registry is empty. */
    @Nullable
    Violation settled(HeatState heat, Map<String, Double> peers, Set<String> forgiven) {
        if (heat.each().stream().allMatch(possible -> possible.size() > 0 || possible.owedSize() > 0)) {
            return new Violation(
                    HeatRule.S5, "an empty registry", heat.size() + " tracked, " + heat.owedSize() + " owed");
        }
        for (Map.Entry<String, Double> believed : peers.entrySet()) {
            if (!forgiven.contains(believed.getKey())) {
                return new Violation(
                        HeatRule.S5,
                        KeyText.of(believed.getKey()) + " withdrawn",
                        "peers believe " + NumberText.of(believed.getValue()));
            }
        }
        return null;
    }
}
