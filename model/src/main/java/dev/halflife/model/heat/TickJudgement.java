package dev.halflife.model.heat;

import static dev.halflife.model.Finding.F1;
import static dev.halflife.model.Finding.F4;
import static dev.halflife.model.Finding.F5;

import dev.halflife.model.Contract;
import dev.halflife.model.NumberText;
import dev.halflife.model.Step;
import dev.halflife.model.Violation;
import dev.halflife.model.heat.EmissionRule.Action;
import dev.halflife.model.heat.EmissionRule.Decision;
import dev.halflife.model.heat.HeatReply.Emission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kotlinx.collections.immutable.PersistentMap;
import org.jspecify.annotations.Nullable;

/**
 * One tick's decisions, judged (T1, T4, E1-E8, F3, F5, F10, F13): each tracked key's and each owed key's, and nothing
 * besides. What a decision gives away about an open rate (D4) settles it; where nothing does, both go on.
 */
final class TickJudgement {

    private final HeatConfig config;
    private final HeatPolicy policy;
    private final Contract contract;
    private final boolean monotonic;
    private final HeatState before;
    private final Draft draft;
    private final HeatOperation.Tick tick;
    private final PersistentMap.Builder<String, Counter> counters;
    private final List<Fork> forks = new ArrayList<>(0);
    private final List<String> silent = new ArrayList<>(0);
    private long exercised = HeatRule.T1.bit();

    /** A key whose rate stays open: what else it may be. */
    private record Fork(String key, Counter otherwise) {}

    TickJudgement(HeatConfig config, Contract contract, HeatState before, Draft draft, HeatOperation.Tick tick) {
        this.config = config;
        this.policy = config.policy();
        this.contract = contract;
        this.before = before;
        this.draft = draft;
        this.tick = tick;
        this.monotonic = contract.asks(F4);
        this.counters = before.counters.builder();
    }

    Step<HeatState> judge(List<Emission> emissions) {
        Announced announced = Announced.of(emissions);
        if (announced.size() < emissions.size()) {
            return rejected(HeatRule.T1, "at most one decision for " + KeyText.of(twice(emissions)), "two");
        }
        for (Map.Entry<String, Counter> entry : before.counters.entrySet()) {
            String key = entry.getKey();
            Violation violation = judgeTracked(key, entry.getValue(), announced.seen(key));
            if (violation != null) {
                return new Step.Rejected<>(violation);
            }
        }
        for (Map.Entry<String, Account> entry : before.owed.entrySet()) {
            String key = entry.getKey();
            Violation violation = judgeOwed(key, entry.getValue(), announced.seen(key));
            if (violation != null) {
                return new Step.Rejected<>(violation);
            }
        }
        for (Emission emission : emissions) {
            if (!before.counters.containsKey(emission.key()) && !before.owed.containsKey(emission.key())) {
                return unexplained(emission);
            }
        }
        return accepted(announced);
    }

    /** The first key that is there for the second time. */
    private static String twice(List<Emission> emissions) {
        Set<String> keys = new HashSet<>();
        for (Emission emission : emissions) {
            if (!keys.add(emission.key())) {
                return emission.key();
            }
        }
        throw new IllegalArgumentException("no key is announced twice");
    }

    private Step<HeatState> unexplained(Emission emission) {
        boolean mayBeDropped = before.droppedWithdrawals() > 0 && emission.rate() == 0;
        HeatRule rule = Departure.ruleIfStayed(
                before.departures,
                emission.key(),
                tick.atNanos(),
                emission.rate(),
                mayBeDropped ? HeatRule.F3 : HeatRule.T1);
        return rejected(
                rule, nothingFor(emission.key()) + ", which is not tracked", told(emission.key(), emission.rate()));
    }

    private Step<HeatState> accepted(Announced announced) {
        draft.counters = counters.build();
        draft.issue(tick.number(), announced);
        if (forks.isEmpty()) {
            prune(draft);
            return new Step.Accepted<>(draft.build(), exercised);
        }
        List<List<Fork>> branches = branches();
        if (branches.isEmpty()) {
            return new Step.Undecided<>(forks.size() + " unseen rates at one tick may each be 0 or not (D4)");
        }
        List<HeatState> possible = new ArrayList<>(branches.size());
        for (List<Fork> branch : branches) {
            Draft one = new Draft(draft);
            for (Fork fork : branch) {
                one.put(fork.key(), fork.otherwise());
            }
            prune(one);
            possible.add(one.build());
        }
        return HeatSpec.oneOf(possible, exercised);
    }

    /** Every combination of what the open rates may be; none where there are too many to follow. */
    private List<List<Fork>> branches() {
        List<List<Fork>> branches = new ArrayList<>();
        branches.add(List.of());
        if (forks.size() > 6) {
            return List.of();
        }
        for (Fork fork : forks) {
            for (List<Fork> branch : List.copyOf(branches)) {
                List<Fork> longer = new ArrayList<>(branch);
                longer.add(fork);
                branches.add(longer);
            }
        }
        return branches;
    }

    /** Counters at rate 0 that peers never heard of go (F5). */
    private void prune(Draft one) {
        for (String key : silent) {
            Counter counter = one.counters.get(key);
            if (counter != null && counter.silent()) {
                exercised |= HeatRule.F5.bit();
                one.depart(key, HeatRule.F5);
            }
        }
    }

    private @Nullable Violation judgeTracked(String key, Counter was, @Nullable Double seen) {
        double[] rates = was.ratesAt(tick.atNanos());
        noteDecay(was, rates[0]);
        Account account = was.account().leased(tick.atNanos(), config.leaseNanos(), contract);
        Counter counter = was.with(account);
        if (account.marked()) {
            exercised |= HeatRule.T4.bit();
            if (seen != null) {
                return new Violation(
                        account.stale() && contract.asks(F1) ? HeatRule.F1 : HeatRule.T4,
                        nothingFor(key) + ", which is in flight",
                        told(key, seen));
            }
            keep(key, counter, rates);
            return null;
        }
        return seen == null ? judgeSuppressed(key, counter, rates) : judgeIssued(key, counter, rates, seen);
    }

    private @Nullable Violation judgeSuppressed(String key, Counter counter, double[] rates) {
        Account account = counter.account();
        double[] silentRates = silent(rates, account.belief());
        Decision decision = EmissionRule.decide(rates[0], account.belief(), policy);
        if (silentRates.length == 0) {
            double rate = decision.action() == Action.EMIT ? rates[0] : 0;
            return new Violation(missing(key, counter, decision), told(key, rate), nothingFor(key));
        }
        exercised |= decision.row().bit();
        keep(key, counter, silentRates);
        if (contract.asks(F5) && account.belief() == Belief.Unsettled.NEVER) {
            silent.add(key);
        }
        return null;
    }

    /** Those of the rates that a tick may be silent about. */
    private double[] silent(double[] rates, Belief belief) {
        double[] silentRates = new double[rates.length];
        int count = 0;
        for (double rate : rates) {
            if (maySuppress(rate, belief)) {
                silentRates[count++] = rate;
            }
        }
        return count == rates.length ? silentRates : Arrays.copyOf(silentRates, count);
    }

    private @Nullable Violation judgeIssued(String key, Counter counter, double[] rates, double seen) {
        Account account = counter.account();
        Decision decision = EmissionRule.decide(rates[0], account.belief(), policy);
        for (double rate : rates) {
            if (mayIssue(rate, account, seen)) {
                exercised |= decision.row().bit() | issueRules(account);
                Counter ticked = counter.seenAt(tick.atNanos(), rate).ticked(tick.atNanos(), rate, monotonic);
                putIssued(key, ticked, account);
                return null;
            }
        }
        return wronglyIssued(key, counter, rates[0], decision, seen);
    }

    private long issueRules(Account account) {
        boolean reissued = account.lastIssue() != Account.NO_ISSUE && !account.answered();
        return (reissued && !config.marks() ? HeatRule.T5.bit() : 0) | (account.expired() ? HeatRule.F10.bit() : 0);
    }

    private boolean maySuppress(double rate, Belief belief) {
        return EmissionRule.decide(rate, belief, policy).action() == Action.SUPPRESS
                || EmissionRule.eitherWay(rate, belief, policy);
    }

    private boolean mayIssue(double rate, Account account, double seen) {
        Action action = EmissionRule.decide(rate, account.belief(), policy).action();
        return action == Action.WITHDRAW
                ? seen == 0
                : (action == Action.EMIT || EmissionRule.eitherWay(rate, account.belief(), policy))
                        && Counter.near(rate, seen);
    }

    /** The rule that an absent emission breaks: the finding that made it due, where it was one, else the row. */
    private HeatRule missing(String key, Counter counter, Decision decision) {
        Account account = counter.account();
        if (account.stale() && !account.inherited() && contract.asks(F1)) {
            return HeatRule.F1;
        }
        if (account.expired()) {
            return HeatRule.F10;
        }
        if (Departure.replacesSilentZero(before.departures, key, counter)) {
            return HeatRule.F5;
        }
        boolean issuedBefore = account.lastIssue() != Account.NO_ISSUE;
        boolean sinceReturn = account.inherited() || !issuedBefore;
        boolean dueToAnyone = decision.action() == Action.EMIT;
        if (config.marks() && sinceReturn && dueToAnyone && Departure.wasInFlight(before.departures, key)) {
            return HeatRule.T4;
        }
        if (account.inherited()) {
            return HeatRule.F3;
        }
        boolean dueAsPublished = issuedBefore && !maySuppress(counter.ratesAt(tick.atNanos())[0], account.settled());
        if (decision.row() == HeatRule.F13) {
            return !dueAsPublished ? HeatRule.F13 : config.marks() ? HeatRule.T4 : HeatRule.T5;
        }
        if (counter.rewound() && contract.asks(F4)) {
            return HeatRule.F4;
        }
        if (issuedBefore && account.belief() == Belief.Unsettled.NEVER) {
            return config.marks() ? HeatRule.T4 : HeatRule.T5;
        }
        return !config.marks() && issuedBefore && !account.answered() ? HeatRule.T5 : decision.row();
    }

    private Violation wronglyIssued(String key, Counter counter, double rate, Decision decision, double seen) {
        Account account = counter.account();
        double expectedRate = decision.action() == Action.EMIT ? rate : 0;
        String expected = decision.action() == Action.SUPPRESS ? nothingFor(key) : told(key, expectedRate);
        HeatRule rule;
        if (!(seen >= 0 && seen < Double.POSITIVE_INFINITY)) {
            rule = HeatRule.E2;
        } else if (Departure.replacesSilentZero(before.departures, key, counter)) {
            rule = HeatRule.F5;
        } else if (counter.rewound()) {
            rule = contract.asks(F4) ? HeatRule.F4 : HeatRule.D6;
        } else if (decision.action() == Action.SUPPRESS) {
            boolean unclamped = rate == 0 && counter.rate() > 0 && seen > 0;
            rule = account.inherited() ? HeatRule.F3 : unclamped ? HeatRule.D4 : decision.row();
        } else if ((seen == 0) != (expectedRate == 0)) {
            rule = HeatRule.D4;
        } else if (counter.halfLifeNanos() == 0) {
            rule = HeatRule.D5;
        } else {
            rule = Counter.near(counter.rate(), seen) ? HeatRule.T1 : HeatRule.D2;
        }
        return new Violation(rule, expected, told(key, seen));
    }

    /** Under a disabled policy nothing was ever announced, so nothing is owed either. */
    private @Nullable Violation judgeOwed(String key, Account was, @Nullable Double seen) {
        exercised |= HeatRule.F3.bit();
        Account account = was.leased(tick.atNanos(), config.leaseNanos(), contract);
        if (account.marked()) {
            return seen == null
                    ? null
                    : new Violation(
                            account.stale() && contract.asks(F1) ? HeatRule.F1 : HeatRule.T4,
                            nothingFor(key) + ", which is in flight",
                            told(key, seen));
        }
        if (seen == null || seen != 0) {
            HeatRule rule = seen == null && account.expired() ? HeatRule.F10 : HeatRule.F3;
            return new Violation(
                    rule,
                    told(key, 0) + ", which peers may believe hot",
                    seen == null ? nothingFor(key) : told(key, seen));
        }
        draft.owed = draft.owed.putting(key, account.issued(tick.number(), tick.atNanos(), config.marks(), contract));
        return null;
    }

    private void noteDecay(Counter from, double to) {
        exercised |= HeatRule.D2.bit()
                | (from.rate() > 0 && to == 0 ? HeatRule.D4.bit() : 0)
                | (tick.atNanos() < from.asOfNanos() ? HeatRule.D6.bit() : 0)
                | (from.halfLifeNanos() == 0 ? HeatRule.D5.bit() : 0);
    }

    /** Keeps a counter that nothing was seen of; where even whether its rate is 0 stays open, both go on. */
    private void keep(String key, Counter counter, double[] rates) {
        counters.put(key, counter.ticked(tick.atNanos(), rates[0], monotonic));
        for (double rate : rates) {
            if ((rate == 0) != (rates[0] == 0)) {
                forks.add(new Fork(key, counter.ticked(tick.atNanos(), rate, monotonic)));
                return;
            }
        }
    }

    private void putIssued(String key, Counter counter, Account account) {
        Account issued = account.issued(tick.number(), tick.atNanos(), config.marks(), contract);
        draft.noteBelief(key, issued);
        counters.put(key, counter.with(issued));
    }

    private static String nothingFor(String key) {
        return "nothing for " + KeyText.of(key);
    }

    private static String told(String key, double rate) {
        return KeyText.of(key) + " → " + NumberText.of(rate);
    }

    private static Step<HeatState> rejected(HeatRule rule, String expected, String seen) {
        return new Step.Rejected<>(new Violation(rule, expected, seen));
    }
}
