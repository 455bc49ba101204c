package dev.halflife.reports.figure.decay;

import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatPolicy;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.sim.heat.HeatComponent;
import dev.halflife.sim.subject.Subject;
import java.util.List;

/** What a heat registry says of one key. */
final class HeatRates {

    static final long SECOND = 1_000_000_000L;
    static final long HALF_LIFE = 60 * SECOND;
    static final String RATE = "rate (reads per half-life)";
    static final String KEY = "00000000000000a1";

    private HeatRates() {}

    /** A registry that keeps every key, with that half-life. */
    static Subject<HeatOperation, HeatReply> registry(String subject, long halfLifeNanos) {
        HeatPolicy policy = new HeatPolicy(true, 2, halfLifeNanos);
        return HeatComponent.heat().subject(subject, new HeatConfig(false, 0, HeatConfig.DEFAULT_LEASE_NANOS, policy));
    }

    /** The rate at {@code atNanos}, as the first tick after these bumps announces it (E3); 0 where it announces nothing. */
    static double rate(String subject, List<Long> bumpsNanos, long atNanos, long halfLifeNanos) {
        try (Subject<HeatOperation, HeatReply> registry = registry(subject, halfLifeNanos)) {
            for (long bump : bumpsNanos) {
                if (bump <= atNanos) {
                    registry.apply(new HeatOperation.Bump(bump, KEY));
                }
            }
            return announced(registry.apply(new HeatOperation.Tick(atNanos, 1)));
        }
    }

    /** The first rate that a tick announces; 0 where it announces nothing. */
    static double announced(HeatReply reply) {
        return reply instanceof HeatReply.Ticked ticked && !ticked.emissions().isEmpty()
                ? ticked.emissions().get(0).rate()
                : 0;
    }
}
