package dev.halflife.reports.chart;

import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatPolicy;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.sim.heat.HeatComponent;
import dev.halflife.sim.subject.Subject;
import java.util.List;

/** What the reference registry says of one key's rate. */
final class ReferenceDecay {

    private static final String KEY = "00000000000000a1";

    private ReferenceDecay() {}

    /** The rate at {@code atNanos}, as the first tick after these bumps announces it (E3); 0 where it announces nothing. */
    static double rate(List<Long> bumpsNanos, long atNanos, long halfLifeNanos) {
        HeatConfig config =
                new HeatConfig(false, 1, HeatConfig.DEFAULT_LEASE_NANOS, new HeatPolicy(true, 2, halfLifeNanos));
        try (Subject<HeatOperation, HeatReply> registry = HeatComponent.heat().subject("reference", config)) {
            for (long bump : bumpsNanos) {
                if (bump <= atNanos) {
                    registry.apply(new HeatOperation.Bump(bump, KEY));
                }
            }
            HeatReply seen = registry.apply(new HeatOperation.Tick(atNanos, 1));
            return seen instanceof HeatReply.Ticked ticked
                            && !ticked.emissions().isEmpty()
                    ? ticked.emissions().get(0).rate()
                    : 0;
        }
    }
}
