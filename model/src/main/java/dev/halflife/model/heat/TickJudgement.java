package dev.halflife.model.heat;

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

    private final Terms terms;
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

    TickJudgement(Terms terms, HeatState before, Draft draft, HeatOperation.Tick tick) {
        this.terms = terms;
        this.config = terms.config();
        this.policy = config.policy();
        this.contract = terms.contract();
        this.before = before;
        this.draft = draft;
        this.tick = tick;
        this.monotonic = contract.asks(F4);
        this.counters = before.counters.builder();
    }

    Step<HeatState> judge(List<Emission> emissions) {
        Announced announced = Announced.of(emissions);
        if (announced.size() < emissions.size() && !terms.slips(Slip.TICK_TELLS_TWICE)) {
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
            if (!before.counters.containsKey(emission.key())
                    && !before.owed.containsKey(emission.key())
                    && !terms.slips(Slip.TICK_TELLS_UNTRACKED)) {
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
        return rejected(
                mayBeDropped ? HeatRule.F3 : HeatRule.T1,
                nothingFor(emission.key()) + ", which is not tracked",
                told(emission.key(), emission.rate()));
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
                one.depart(key, contract.asks(F5) ? HeatRule.F5 : HeatRule.T3);
            }
        }
    }

    private @Nullable Violation judgeTracked(String key, Counter was, @Nullable Double seen) {
        double[] rates =
                terms.slips(Slip.TICK_DECIDES_FIRST) ? new double[] {was.rate()} : terms.rates(was, tick.atNanos());
        noteDecay(was, rates[0]);
        Account account = leased(was.account());
        Counter counter = was.with(account);
        if (account.marked()) {
            exercised |= HeatRule.T4.bit();
            if (seen != null) {
                return new Violation(HeatRule.T4, nothingFor(key) + ", which is in flight", told(key, seen));
            }
            keep(key, counter, rates);
            return null;
        }
        return seen == null ? judgeSuppressed(key, counter, rates) : judgeIssued(key, counter, rates, seen);
    }

    private Account leased(Account was) {
        Account account = was.leased(tick.atNanos(), terms);
        if (was.marked() && !account.marked()) {
            exercised |= HeatRule.F10.bit();
        }
        return account.marked() && terms.slips(Slip.LEASE_RENEWED) ? account.markedAt(tick.atNanos()) : account;
    }

    private @Nullable Violation judgeSuppressed(String key, Counter counter, double[] rates) {
        Account account = counter.account();
        double[] silentRates = silent(rates, counter);
        Decision decision = EmissionRule.decide(rates[0], account.belief(), policy);
        if (silentRates.length == 0 && mayBeWild(counter, rates[0])) {
            silentRates = new double[] {rates[0], 0};
        }
        if (silentRates.length == 0) {
            double rate = decision.action() == Action.EMIT ? rates[0] : 0;
            return new Violation(decision.row(), told(key, rate), nothingFor(key));
        }
        exercised |= decision.row().bit();
        keep(key, counter, silentRates);
        if (contract.asks(F5) && account.belief() == Belief.Unsettled.NEVER) {
            silent.add(key);
        }
        return null;
    }

    /** Those of the rates that a tick may be silent about. */
    private double[] silent(double[] rates, Counter counter) {
        double[] silentRates = new double[rates.length];
        int count = 0;
        for (double rate : rates) {
            if (maySuppress(rate, counter)) {
                silentRates[count++] = rate;
            }
        }
        return count == rates.length ? silentRates : Arrays.copyOf(silentRates, count);
    }

    private @Nullable Violation judgeIssued(String key, Counter counter, double[] rates, double seen) {
        Account account = counter.account();
        Decision decision = EmissionRule.decide(rates[0], account.belief(), policy);
        for (double rate : rates) {
            if (mayIssue(rate, counter, seen)) {
                exercised |= decision.row().bit() | issueRules(account);
                putIssued(key, ticked(counter.seenAt(tick.atNanos(), rate), rate), account, seen);
                return null;
            }
        }
        if (terms.wildly(counter, tick.atNanos(), seen)
                && EmissionRule.decide(seen, account.belief(), policy).action() != Action.SUPPRESS) {
            putIssued(key, counter.at(seen, tick.atNanos()).ticked(tick.atNanos(), seen, monotonic), account, seen);
            return null;
        }
        return wronglyIssued(key, counter, rates[0], decision, seen);
    }

    private long issueRules(Account account) {
        boolean reissued = account.lastIssue() != Account.NO_ISSUE && !account.answered();
        return reissued && !config.marks() ? HeatRule.T5.bit() : 0;
    }

    private boolean maySuppress(double rate, Counter counter) {
        Decision decision = EmissionRule.decide(rate, counter.account().belief(), policy);
        return decision.action() == Action.SUPPRESS || eitherWay(rate, counter) || decision.row() == terms.free();
    }

    private boolean mayIssue(double rate, Counter counter, double seen) {
        Decision decision = EmissionRule.decide(rate, counter.account().belief(), policy);
        if (terms.slip() != null || terms.free() != null) {
            boolean due = decision.action() != Action.SUPPRESS;
            boolean number = seen >= 0 && seen < Double.POSITIVE_INFINITY;
            if (decision.row() == terms.free() && Counter.near(rate, seen)) {
                return true;
            }
            if (terms.slips(Slip.TELLS_NO_RATE) && due && !number) {
                return true;
            }
        }
        return decision.action() == Action.WITHDRAW
                ? seen == 0
                : (decision.action() == Action.EMIT || eitherWay(rate, counter)) && Counter.near(rate, seen);
    }

    private boolean eitherWay(double rate, Counter counter) {
        return EmissionRule.eitherWay(rate, counter.account().belief(), policy, false)
                && (rate > 2 * DecayLaw.EPS
                        || EmissionRule.eitherWay(
                                rate, counter.account().belief(), policy, counter.isExactAt(tick.atNanos())));
    }

    /** Whether some rate that goes by no law would be kept silent about. */
    private boolean mayBeWild(Counter counter, double rate) {
        return terms.wildly(counter, tick.atNanos(), rate) || terms.wildly(counter, tick.atNanos(), 0);
    }

    private static Violation wronglyIssued(String key, Counter counter, double rate, Decision decision, double seen) {
        double expectedRate = decision.action() == Action.EMIT ? rate : 0;
        String expected = decision.action() == Action.SUPPRESS ? nothingFor(key) : told(key, expectedRate);
        HeatRule rule;
        if (!(seen >= 0 && seen < Double.POSITIVE_INFINITY)) {
            rule = HeatRule.E2;
        } else if (decision.action() == Action.SUPPRESS) {
            rule = decision.row();
        } else {
            boolean zero = (seen == 0) != (expectedRate == 0);
            rule = counter.halfLifeNanos() == 0 ? HeatRule.D5 : zero ? HeatRule.D4 : HeatRule.D2;
        }
        return new Violation(rule, expected, told(key, seen));
    }

    /** Under a disabled policy nothing was ever announced, so nothing is owed either. */
    private @Nullable Violation judgeOwed(String key, Account was, @Nullable Double seen) {
        exercised |= HeatRule.F3.bit();
        Account account = leased(was);
        if (account.marked() || account.belief() == Belief.Unsettled.NEVER) {
            return seen == null
                    ? null
                    : new Violation(HeatRule.T4, nothingFor(key) + ", which is in flight", told(key, seen));
        }
        boolean free = terms.slips(Slip.OWED_OR_NOT);
        if (free && seen == null) {
            return null;
        }
        if (seen == null || (seen != 0 && !free && !(terms.slips(Slip.TELLS_NO_RATE) && !(seen >= 0)))) {
            return new Violation(
                    HeatRule.F3,
                    told(key, 0) + ", which peers may believe hot",
                    seen == null ? nothingFor(key) : told(key, seen));
        }
        draft.owed = draft.owed.putting(key, issued(account, seen));
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
        counters.put(key, ticked(counter, rates[0]));
        for (double rate : rates) {
            if ((rate == 0) != (rates[0] == 0)) {
                forks.add(new Fork(key, ticked(counter, rate)));
                return;
            }
        }
    }

    private Counter ticked(Counter counter, double rate) {
        boolean left = terms.slip() != null
                && (terms.slips(Slip.TICK_DECIDES_FIRST)
                        || terms.slips(Slip.TICK_KEEPS_AS_OF)
                        || (terms.slips(Slip.TICK_PASSES_OVER_DECAY)
                                && counter.account().marked()));
        return left ? counter : counter.ticked(tick.atNanos(), rate, monotonic);
    }

    private void putIssued(String key, Counter counter, Account account, double seen) {
        Account issued = issued(account, seen);
        draft.noteBelief(key, issued);
        counters.put(key, counter.with(issued));
        if (seen == 0 && terms.slips(Slip.TICK_PRUNES)) {
            silent.add(key);
        }
    }

    private Account issued(Account account, double seen) {
        Account issued = account.issued(tick.number(), tick.atNanos(), config.marks(), contract);
        if (terms.slip() == null) {
            return issued;
        }
        return switch (terms.slip()) {
            case TICK_RECORDS -> issued.believing(new Belief.Announced(seen));
            case WITHDRAWAL_NOT_MARKED -> seen == 0 ? issued.unmarked() : issued;
            case HEAT_NOT_MARKED -> seen > 0 ? issued.unmarked() : issued;
            default -> issued;
        };
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
