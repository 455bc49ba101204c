package dev.halflife.reports.figure.evictions;

import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatPolicy;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.sim.heat.HeatComponent;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A stream of reads through a registry of some cap, with a committed tick every so many reads.
 *
 * @param reads how many reads there were
 * @param readsKept how many of them found their key's counter still there, of those whose key had been read before
 * @param readsAgain how many reads were of a key read before
 * @param heatKept the share of all true heat that the tracked keys have, on average over the reads
 * @param heatPossible what that share would be if the hottest keys were kept
 * @param evictions who went
 */
record CapRun(
        int reads, int readsKept, int readsAgain, double heatKept, double heatPossible, List<Eviction> evictions) {

    /** Runs it. {@code readsPerTick} 0: no tick at all. */
    static CapRun of(String subject, KeyStream stream, int cap, int readsPerTick) {
        HeatConfig config =
                new HeatConfig(false, cap, HeatConfig.DEFAULT_LEASE_NANOS, new HeatPolicy(true, 2, TrueHeat.HALF_LIFE));
        TrueHeat heat = new TrueHeat(stream.keys());
        TreeSet<Integer> tracked = new TreeSet<>();
        TreeSet<Integer> seen = new TreeSet<>();
        List<Eviction> evictions = new ArrayList<>();
        int kept = 0;
        int again = 0;
        double share = 0;
        double possible = 0;
        try (Subject<HeatOperation, HeatReply> registry = HeatComponent.heat().subject(subject, config)) {
            for (int i = 0; i < stream.reads().size(); i++) {
                int key = stream.reads().get(i);
                long at = i * TrueHeat.SECOND;
                again += seen.add(key) ? 0 : 1;
                kept += tracked.contains(key) ? 1 : 0;
                heat.read(key);
                HeatReply reply = registry.apply(new HeatOperation.Bump(at, KeyStream.hex(key)));
                if (reply instanceof HeatReply.Bumped bumped && bumped.evicted() != null) {
                    int victim = (int) (Long.parseLong(Objects.requireNonNull(bumped.evicted()), 16) - 0xa1);
                    tracked.remove(victim);
                    int colder = (int) tracked.stream()
                            .filter(other -> heat.of(other) < heat.of(victim))
                            .count();
                    evictions.add(new Eviction(i, victim, tracked.size(), colder));
                }
                tracked.add(key);
                share += share(heat, tracked, stream.keys());
                possible += possible(heat, cap, stream.keys());
                if (readsPerTick > 0 && (i + 1) % readsPerTick == 0) {
                    long tick = i + 1L;
                    registry.apply(new HeatOperation.Tick(at, tick));
                    registry.apply(new HeatOperation.Commit(at, tick, null));
                }
            }
        }
        int reads = stream.reads().size();
        return new CapRun(reads, kept, again, share / reads, possible / reads, evictions);
    }

    private static double share(TrueHeat heat, Set<Integer> tracked, int keys) {
        return tracked.stream().mapToDouble(heat::of).sum() / total(heat, keys);
    }

    private static double possible(TrueHeat heat, int cap, int keys) {
        double[] rates = new double[keys];
        for (int i = 0; i < keys; i++) {
            rates[i] = heat.of(i);
        }
        Arrays.sort(rates);
        double hottest = 0;
        for (int i = keys - 1; i >= Math.max(0, keys - cap); i--) {
            hottest += rates[i];
        }
        return hottest / total(heat, keys);
    }

    private static double total(TrueHeat heat, int keys) {
        double total = 0;
        for (int i = 0; i < keys; i++) {
            total += heat.of(i);
        }
        return total;
    }
}
