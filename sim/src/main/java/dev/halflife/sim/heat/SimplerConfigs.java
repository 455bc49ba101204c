package dev.halflife.sim.heat;

import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatPolicy;
import java.util.ArrayList;
import java.util.List;

/** Rounder configurations of a registry: a half-life of a minute, ratio 2, the smallest cap, the default lease. */
public final class SimplerConfigs {

    private static final long ROUND_HALF_LIFE = 60_000_000_000L;
    private static final int MOST_CAPS = 4;

    private SimplerConfigs() {}

    /**
     * A candidate.
     *
     * @param config the configuration
     * @param timeScale what all times must be multiplied with to mean the same
     */
    public record Candidate(HeatConfig config, double timeScale) {

        /** A time under the candidate. */
        public long scaled(long nanos) {
            return timeScale == 1 ? nanos : StrictMath.round(nanos * timeScale);
        }
    }

    /** The candidates, each rounder in one thing, for a schedule of so many keys. */
    public static List<Candidate> of(HeatConfig config, int keyCount) {
        HeatPolicy policy = config.policy();
        List<Candidate> candidates = new ArrayList<>();
        if (policy.halfLifeNanos() != ROUND_HALF_LIFE) {
            double scale = (double) ROUND_HALF_LIFE / policy.halfLifeNanos();
            long lease = Math.max(1, StrictMath.round(config.leaseNanos() * scale));
            HeatPolicy round = new HeatPolicy(policy.enabled(), policy.emitRatio(), ROUND_HALF_LIFE);
            candidates.add(new Candidate(new HeatConfig(config.marks(), config.cap(), lease, round), scale));
        }
        if (policy.emitRatio() != 2) {
            HeatPolicy doubled = new HeatPolicy(policy.enabled(), 2, policy.halfLifeNanos());
            candidates.add(same(new HeatConfig(config.marks(), config.cap(), config.leaseNanos(), doubled)));
        }
        for (int cap = 1; cap <= Math.min(keyCount, MOST_CAPS); cap++) {
            if (config.cap() == 0 || cap < config.cap()) {
                candidates.add(same(new HeatConfig(config.marks(), cap, config.leaseNanos(), policy)));
            }
        }
        if (config.leaseNanos() != HeatConfig.DEFAULT_LEASE_NANOS) {
            candidates.add(same(new HeatConfig(config.marks(), config.cap(), HeatConfig.DEFAULT_LEASE_NANOS, policy)));
        }
        return candidates;
    }

    /** With room for one key less, for a schedule without one of its keys; the same where there is no cap to lower. */
    public static HeatConfig forOneKeyLess(HeatConfig config) {
        return config.cap() < 2
                ? config
                : new HeatConfig(config.marks(), config.cap() - 1, config.leaseNanos(), config.policy());
    }

    private static Candidate same(HeatConfig config) {
        return new Candidate(config, 1);
    }
}
