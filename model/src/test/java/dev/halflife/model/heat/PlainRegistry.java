package dev.halflife.model.heat;

import static dev.halflife.model.heat.DecayLaw.EPS;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.heat.HeatReply.Emission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A registry as simple as the rules can be written down, for every combination of choices. Shares no code with the judge. */
final class PlainRegistry implements HeatOperation.Cases<HeatReply> {

    /**
     * How it goes about what the rules leave open.
     *
     * @param lazy whether ticks read rates without decaying them, which only shows where the clock steps back
     * @param backwards whether it goes through keys in the opposite order
     */
    record Style(boolean lazy, boolean backwards) {}

    private final HeatConfig config;
    private final Contract contract;
    private final Style style;
    private final Map<String, PlainEntry> tracked = new LinkedHashMap<>();
    private final Map<String, PlainEntry> owed = new LinkedHashMap<>();
    private final Map<Long, Map<String, Double>> ticks = new LinkedHashMap<>();
    private long touches;

    /** In the initial state of this world, under a contract that need not be the world's. */
    PlainRegistry(World world, Contract contract, Style style) {
        this.config = world.config();
        this.contract = contract;
        this.style = style;
        if (world.hot()) {
            PlainEntry entry =
                    arrive(World.KEYS.get(0), Optional.empty(), HeatOperation.POLICY_HALF_LIFE, world.startNanos());
            entry.rate = World.HOT_RATE;
            entry.silent = false;
        }
    }

    /** Whether a judge's state holds the same keys, tracked and owed, and knows the same of each. */
    boolean agreesWith(HeatState state) {
        return state.counters.keySet().equals(tracked.keySet())
                && state.owed.keySet().equals(owed.keySet())
                && tracked.keySet().stream().allMatch(key -> agreesWith(state, key))
                && owed.keySet().stream().allMatch(key -> agreesWith(state, key));
    }

    private boolean agreesWith(HeatState state, String key) {
        PlainEntry entry = entry(key);
        return entry != null
                && state.belief(key).equals(Optional.of(entry.belief))
                && state.inFlight(key) == entry.marked;
    }

    private @Nullable PlainEntry entry(String key) {
        return tracked.containsKey(key) ? tracked.get(key) : owed.get(key);
    }

    @Override
    public HeatReply touch(HeatOperation.Touch touch) {
        Optional<PlainEntry> back = Optional.ofNullable(owed.remove(touch.key()));
        String evicted = makeRoomFor(touch.key());
        arrive(touch.key(), back, touch.halfLifeNanos(), touch.atNanos());
        return new HeatReply.Touched(evicted);
    }

    @Override
    public HeatReply bump(HeatOperation.Bump bump) {
        Optional<PlainEntry> back = Optional.ofNullable(owed.remove(bump.key()));
        String evicted = makeRoomFor(bump.key());
        PlainEntry entry = arrive(bump.key(), back, bump.halfLifeNanos(), bump.atNanos());
        entry.decay(bump.atNanos(), contract);
        entry.rate += 1;
        entry.silent = false;
        return new HeatReply.Bumped(evicted, entry.rate);
    }

    private @Nullable String makeRoomFor(String key) {
        if (config.cap() == 0 || tracked.size() < config.cap() || tracked.containsKey(key)) {
            return null;
        }
        List<String> keys = inStyle(tracked.keySet());
        String victim = Collections.min(keys, (one, other) -> Long.compare(recency(one), recency(other)));
        forget(victim);
        return victim;
    }

    private long recency(String key) {
        PlainEntry entry = tracked.get(key);
        return entry == null ? 0 : contract.asks(Finding.F2) ? entry.touched : entry.asOf;
    }

    private PlainEntry arrive(String key, Optional<PlainEntry> back, long halfLife, long now) {
        PlainEntry entry = tracked.get(key);
        if (entry == null) {
            entry = back.orElseGet(PlainEntry::new);
            entry.rate = 0;
            entry.silent = true;
            entry.asOf = now;
            entry.halfLife =
                    halfLife == HeatOperation.POLICY_HALF_LIFE ? config.policy().halfLifeNanos() : halfLife;
            tracked.put(key, entry);
        }
        entry.touched = ++touches;
        return entry;
    }

    private void forget(String key) {
        PlainEntry entry = tracked.remove(key);
        if (entry == null) {
            return;
        }
        entry.marked = false;
        if (contract.asks(Finding.F3) && entry.belief.mayBeHot()) {
            owe(key, entry);
        }
    }

    private void owe(String key, PlainEntry entry) {
        owed.put(key, entry);
        if (config.cap() > 0 && owed.size() > config.cap()) {
            owed.remove(owed.keySet().iterator().next());
        }
    }

    @Override
    public HeatReply tick(HeatOperation.Tick tick) {
        long now = tick.atNanos();
        Map<String, Double> emissions = new LinkedHashMap<>();
        for (String key : inStyle(tracked.keySet())) {
            PlainEntry entry = tracked.getOrDefault(key, new PlainEntry());
            double rate = entry.decayed(now);
            entry.silent = rate == 0;
            if (!style.lazy()) {
                entry.decay(now, contract);
            }
            entry.expire(now, config, contract);
            boolean unheard = entry.belief == Belief.Unsettled.NEVER && !entry.marked;
            if (contract.asks(Finding.F5) && unheard && rate == 0) {
                forget(key);
            } else if (!entry.marked && isDue(rate, entry.belief)) {
                emissions.put(key, rate);
            }
        }
        for (String key : inStyle(owed.keySet())) {
            PlainEntry entry = owed.getOrDefault(key, new PlainEntry());
            entry.expire(now, config, contract);
            if (!entry.marked && config.policy().enabled()) {
                emissions.put(key, 0.0);
            }
        }
        List<Emission> reply = new ArrayList<>();
        emissions.forEach((key, rate) -> {
            Optional.ofNullable(entry(key)).ifPresent(entry -> entry.issue(tick, config, contract));
            reply.add(new Emission(key, rate));
        });
        ticks.put(tick.number(), emissions);
        return new HeatReply.Ticked(reply);
    }

    private boolean isDue(double rate, Belief belief) {
        if (!config.policy().enabled()) {
            return false;
        }
        if (belief == Belief.Unsettled.UNKNOWN) {
            return true;
        }
        double last = belief instanceof Belief.Announced announced ? announced.rate() : 0;
        if (rate == 0) {
            return last > 0;
        }
        double ratio = config.policy().emitRatio();
        return rate <= EPS || last <= EPS || rate / last >= ratio || last / rate >= ratio;
    }

    @Override
    public HeatReply commit(HeatOperation.Commit commit) {
        answer(commit.tick(), commit.keys(), true);
        for (String key : List.copyOf(tracked.keySet())) {
            PlainEntry entry = tracked.getOrDefault(key, new PlainEntry());
            boolean inFlight = entry.marked && contract.asks(Finding.F13);
            if (entry.silent && entry.belief.isWithdrawn() && !inFlight) {
                forget(key);
            }
        }
        return new HeatReply.Done();
    }

    @Override
    public HeatReply rollback(HeatOperation.Rollback rollback) {
        answer(rollback.tick(), rollback.keys(), false);
        return new HeatReply.Done();
    }

    private void answer(long tick, @Nullable List<String> part, boolean commit) {
        Map<String, Double> announced = ticks.getOrDefault(tick, Map.of());
        for (String key : inStyle(part == null ? announced.keySet() : part)) {
            double rate = announced.getOrDefault(key, 0.0);
            PlainEntry entry = entry(key);
            if (entry == null) {
                answerForgotten(key, rate, commit);
                continue;
            }
            entry.settle(tick, rate, commit, contract);
            if (owed.containsKey(key) && entry.belief.isWithdrawn()) {
                owed.remove(key);
            }
        }
    }

    private void answerForgotten(String key, double rate, boolean commit) {
        boolean unknown = contract.asks(Finding.F13);
        if (contract.asks(Finding.F3) && rate > 0 && (commit || unknown)) {
            PlainEntry entry = new PlainEntry();
            entry.belief = unknown ? Belief.Unsettled.UNKNOWN : new Belief.Announced(rate);
            owe(key, entry);
        }
    }

    @Override
    public HeatReply remove(HeatOperation.Remove remove) {
        forget(remove.key());
        return new HeatReply.Done();
    }

    @Override
    public HeatReply observe(HeatOperation.Observe observe) {
        PlainEntry entry = tracked.get(observe.key());
        return entry == null ? new HeatReply.Untracked() : new HeatReply.Tracked(entry.rate, entry.asOf, entry.belief);
    }

    @Override
    public HeatReply len(HeatOperation.Len len) {
        return new HeatReply.Counted(tracked.size());
    }

    private List<String> inStyle(Iterable<String> keys) {
        List<String> list = new ArrayList<>();
        keys.forEach(list::add);
        if (style.backwards()) {
            Collections.reverse(list);
        }
        return list;
    }
}
