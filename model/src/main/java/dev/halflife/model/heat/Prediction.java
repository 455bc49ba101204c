package dev.halflife.model.heat;

import static dev.halflife.model.Finding.F2;

import dev.halflife.model.heat.EmissionRule.Action;
import dev.halflife.model.heat.EmissionRule.Decision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One allowed reply to one operation in one state. */
final class Prediction implements HeatOperation.Cases<HeatReply> {

    private static final HeatReply DONE = new HeatReply.Done();

    private final Terms terms;
    private final HeatConfig config;
    private final HeatState state;

    Prediction(Terms terms, HeatState state) {
        this.terms = terms;
        this.config = terms.config();
        this.state = state;
    }

    @Override
    public HeatReply touch(HeatOperation.Touch touch) {
        return new HeatReply.Touched(evictedFor(touch.key()));
    }

    @Override
    public HeatReply bump(HeatOperation.Bump bump) {
        Counter counter = state.counters.get(bump.key());
        double before = counter == null ? 0 : terms.rates(counter, bump.atNanos())[0];
        return new HeatReply.Bumped(evictedFor(bump.key()), before + 1);
    }

    @Override
    public HeatReply tick(HeatOperation.Tick tick) {
        List<HeatReply.Emission> emissions = new ArrayList<>();
        for (Map.Entry<String, Counter> entry : state.counters.entrySet()) {
            double rate = terms.rates(entry.getValue(), tick.atNanos())[0];
            emit(entry.getKey(), rate, entry.getValue().account(), tick, emissions);
        }
        for (Map.Entry<String, Account> entry : state.owed.entrySet()) {
            Account account = entry.getValue().leased(tick.atNanos(), terms);
            if (!account.marked()) {
                emissions.add(new HeatReply.Emission(entry.getKey(), 0));
            }
        }
        emissions.sort(Comparator.comparing(HeatReply.Emission::key));
        return new HeatReply.Ticked(emissions);
    }

    private void emit(
            String key, double rate, Account account, HeatOperation.Tick tick, List<HeatReply.Emission> emissions) {
        if (account.leased(tick.atNanos(), terms).marked()) {
            return;
        }
        Decision decision = EmissionRule.decide(rate, account.belief(), config.policy());
        if (decision.action() != Action.SUPPRESS) {
            emissions.add(new HeatReply.Emission(key, decision.action() == Action.EMIT ? rate : 0));
        }
    }

    @Override
    public HeatReply commit(HeatOperation.Commit commit) {
        return DONE;
    }

    @Override
    public HeatReply rollback(HeatOperation.Rollback rollback) {
        return DONE;
    }

    @Override
    public HeatReply remove(HeatOperation.Remove remove) {
        return DONE;
    }

    @Override
    public HeatReply observe(HeatOperation.Observe observe) {
        Counter counter = state.counters.get(observe.key());
        return counter == null
                ? new HeatReply.Untracked()
                : new HeatReply.Tracked(
                        counter.rate(), counter.asOfNanos(), counter.account().belief());
    }

    @Override
    public HeatReply len(HeatOperation.Len len) {
        return new HeatReply.Counted(state.size());
    }

    private @Nullable String evictedFor(String key) {
        return config.cap() == 0 || state.size() < config.cap() || state.counters.containsKey(key)
                ? null
                : Recency.of(terms.asks(F2)).oldest(state.counters);
    }
}
