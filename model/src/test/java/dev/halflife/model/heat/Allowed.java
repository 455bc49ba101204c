package dev.halflife.model.heat;

import static dev.halflife.model.heat.DecayLaw.EPS;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.heat.HeatReply.Emission;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the rules allow a reply in one state: written a second time, without the judge's code and without naming rules,
 * to say which altered replies are right all the same.
 */
final class Allowed {

    private static final double NEAR = 1e-9;

    private enum Act {
        SILENCE,
        EMISSION,
        WITHDRAWAL
    }

    private final HeatConfig config;
    private final Contract contract;
    private final HeatState state;

    Allowed(World world, HeatState state) {
        this.config = world.config();
        this.contract = world.contract();
        this.state = state;
    }

    boolean allows(HeatOperation operation, HeatReply reply) {
        if (operation instanceof HeatOperation.Touch touch) {
            return reply instanceof HeatReply.Touched touched && evicts(touch.key(), touched.evicted());
        }
        if (operation instanceof HeatOperation.Bump bump) {
            return reply instanceof HeatReply.Bumped bumped
                    && evicts(bump.key(), bumped.evicted())
                    && bumps(bump, bumped.rate());
        }
        if (operation instanceof HeatOperation.Tick tick) {
            return reply instanceof HeatReply.Ticked ticked && announces(tick, ticked.emissions());
        }
        if (operation instanceof HeatOperation.Observe observe) {
            return observes(state.counters.get(observe.key()), reply);
        }
        if (operation instanceof HeatOperation.Len) {
            return reply instanceof HeatReply.Counted counted && counted.len() == state.size();
        }
        return reply instanceof HeatReply.Done;
    }

    private boolean evicts(String key, @Nullable String evicted) {
        boolean full = config.cap() > 0 && state.size() == config.cap() && !state.counters.containsKey(key);
        if (!full || evicted == null) {
            return !full && evicted == null;
        }
        Counter victim = state.counters.get(evicted);
        return victim != null && state.counters.values().stream().noneMatch(other -> recency(other) < recency(victim));
    }

    private long recency(Counter counter) {
        return contract.asks(Finding.F2) ? counter.touched() : counter.tickedAsOfNanos();
    }

    private boolean bumps(HeatOperation.Bump bump, double seen) {
        Counter counter = state.counters.get(bump.key());
        List<Double> before = counter == null ? List.of(0.0) : rates(counter, bump.atNanos());
        return before.stream().anyMatch(rate -> near(rate + 1, seen));
    }

    private boolean announces(HeatOperation.Tick tick, List<Emission> emissions) {
        Map<String, Double> seen = new HashMap<>();
        for (Emission emission : emissions) {
            if (seen.put(emission.key(), emission.rate()) != null) {
                return false;
            }
        }
        for (Map.Entry<String, Counter> entry : state.counters.entrySet()) {
            if (!announces(tick, entry.getValue(), seen.remove(entry.getKey()))) {
                return false;
            }
        }
        for (Map.Entry<String, Account> entry : state.owed.entrySet()) {
            Double rate = seen.remove(entry.getKey());
            boolean due = config.policy().enabled() && !passedOver(entry.getValue(), tick.atNanos());
            if (due ? rate == null || rate != 0 : rate != null) {
                return false;
            }
        }
        return seen.isEmpty();
    }

    private boolean announces(HeatOperation.Tick tick, Counter counter, @Nullable Double seen) {
        if (passedOver(counter.account(), tick.atNanos())) {
            return seen == null;
        }
        boolean exact = counter.halfLifeNanos() == 0
                ? counter.exact()
                : counter.exact() && since(counter.asOfNanos(), tick.atNanos()) % counter.halfLifeNanos() == 0;
        return rates(counter, tick.atNanos()).stream()
                .anyMatch(rate -> acts(rate, counter.account().belief(), exact).stream()
                        .anyMatch(act -> switch (act) {
                            case SILENCE -> seen == null;
                            case EMISSION -> seen != null && near(rate, seen);
                            case WITHDRAWAL -> seen != null && seen == 0;
                        }));
    }

    private boolean passedOver(Account account, long nowNanos) {
        boolean expired = contract.asks(Finding.F10) && since(account.markedAtNanos(), nowNanos) > config.leaseNanos();
        return account.marked() && !expired;
    }

    private Set<Act> acts(double rate, Belief belief, boolean exact) {
        if (!config.policy().enabled()) {
            return EnumSet.of(Act.SILENCE);
        }
        double last = belief instanceof Belief.Announced announced ? announced.rate() : 0;
        boolean unknown = belief == Belief.Unsettled.UNKNOWN;
        if (rate == 0) {
            return EnumSet.of(unknown || last > 0 ? Act.WITHDRAWAL : Act.SILENCE);
        }
        double ratio = config.policy().emitRatio();
        double moved = Math.max(rate, last) / Math.min(rate, last);
        if (unknown || last <= EPS || (exact && rate <= EPS) || rate < EPS * (1 - NEAR) || moved > ratio * (1 + NEAR)) {
            return EnumSet.of(Act.EMISSION);
        }
        boolean solid = rate > EPS * (exact ? 1 : 1 + NEAR) && moved < ratio * (1 - NEAR);
        return solid ? EnumSet.of(Act.SILENCE) : EnumSet.of(Act.SILENCE, Act.EMISSION);
    }

    private boolean observes(@Nullable Counter counter, HeatReply reply) {
        if (counter == null || !(reply instanceof HeatReply.Tracked tracked)) {
            return counter == null && reply instanceof HeatReply.Untracked;
        }
        Long asOf = tracked.asOfNanos();
        boolean asOfBump = (asOf == null || asOf == counter.asOfNanos()) && near(counter.rate(), tracked.rate());
        boolean asOfTick =
                (asOf == null || asOf == counter.tickedAsOfNanos()) && near(counter.tickedRate(), tracked.rate());
        return (asOfBump || asOfTick) && believes(counter.account().belief(), tracked.lastEmitted());
    }

    private static boolean believes(Belief belief, Belief seen) {
        return (belief instanceof Belief.Announced ours && seen instanceof Belief.Announced theirs)
                ? near(ours.rate(), theirs.rate())
                : belief.equals(seen);
    }

    /** Of the counter that ticks leave alone, and where it is told apart from that, of the one that they decay. */
    private static List<Double> rates(Counter counter, long nowNanos) {
        List<Double> rates = new ArrayList<>();
        boolean apart = counter.split() || nowNanos < counter.tickedAsOfNanos();
        if (!apart && counter.tickedRate() == 0) {
            return List.of(0.0);
        }
        addDecayed(counter.rate(), counter.asOfNanos(), nowNanos, counter, rates);
        if (apart) {
            addDecayed(counter.tickedRate(), counter.tickedAsOfNanos(), nowNanos, counter, rates);
        }
        return rates;
    }

    private static void addDecayed(double rate, long from, long nowNanos, Counter counter, List<Double> rates) {
        if (rate == 0 || counter.halfLifeNanos() == 0 || nowNanos <= from) {
            rates.add(rate);
            return;
        }
        double halfLives = (double) since(from, nowNanos) / counter.halfLifeNanos();
        double decayed = rate * Math.exp(-halfLives * Math.log(2));
        boolean long64 = silent64(counter, since(from, nowNanos));
        if (counter.exact() && since(from, nowNanos) % counter.halfLifeNanos() == 0) {
            double exactly = Math.scalb(rate, (int) -Math.min(halfLives, 2_000));
            if (exactly >= EPS) {
                rates.add(exactly);
            }
            if (exactly < EPS || long64) {
                rates.add(0.0);
            }
            return;
        }
        if (decayed >= EPS * (1 - NEAR)) {
            rates.add(decayed);
        }
        if (decayed < EPS * (1 + NEAR) || long64) {
            rates.add(0.0);
        }
    }

    private static boolean silent64(Counter counter, long elapsedNanos) {
        return BigInteger.valueOf(elapsedNanos)
                        .add(BigInteger.valueOf(counter.quietNanos()))
                        .compareTo(BigInteger.valueOf(counter.halfLifeNanos()).multiply(BigInteger.valueOf(64)))
                > 0;
    }

    /** As far as a {@code long} goes. */
    private static long since(long from, long nowNanos) {
        return nowNanos < from ? 0 : nowNanos - from < 0 ? Long.MAX_VALUE : nowNanos - from;
    }

    private static boolean near(double rate, double seen) {
        return rate == seen || Math.abs(seen / rate - 1) <= NEAR;
    }
}
