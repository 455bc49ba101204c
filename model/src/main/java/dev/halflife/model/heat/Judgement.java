package dev.halflife.model.heat;

import static dev.halflife.model.Finding.F2;
import static dev.halflife.model.Finding.F3;
import static dev.halflife.model.Finding.F4;

import dev.halflife.model.Contract;
import dev.halflife.model.NumberText;
import dev.halflife.model.Rule;
import dev.halflife.model.Step;
import dev.halflife.model.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One reply to one operation in one state, judged. Which rule is named when several are broken is part of the contract. */
final class Judgement implements HeatOperation.Cases<Step<HeatState>> {

    private final Terms terms;
    private final HeatConfig config;
    private final Contract contract;
    private final HeatState before;
    private final HeatReply reply;
    private List<Draft> drafts = List.of();
    private Account arriving = Account.FRESH;
    private long exercised;

    Judgement(Terms terms, HeatState before, HeatReply reply) {
        this.terms = terms;
        this.config = terms.config();
        this.contract = terms.contract();
        this.before = before;
        this.reply = reply;
    }

    private Draft draft() {
        return new Draft(terms, before);
    }

    @Override
    public Step<HeatState> touch(HeatOperation.Touch touch) {
        if (!(reply instanceof HeatReply.Touched touched)) {
            return wrongKind(HeatRule.R1, "the reply to a touch");
        }
        Violation violation = makeRoom(touch.key(), touched.evicted());
        if (violation != null) {
            return new Step.Rejected<>(violation);
        }
        for (Draft draft : drafts) {
            Counter counter = arriving(draft, touch.key(), touch.atNanos(), touch.halfLifeNanos());
            counter = terms.slip() == null ? counter : wronglyTouched(counter, touch);
            draft.put(touch.key(), counter.touchedAt(draft.nextTouch()));
        }
        return accepted();
    }

    private Counter wronglyTouched(Counter counter, HeatOperation.Touch touch) {
        double rate = counter.ratesAt(touch.atNanos())[0];
        if (terms.slips(Slip.TOUCH_COUNTS)) {
            return counter.bumped(touch.atNanos(), rate + 1, 0, contract.asks(F4));
        }
        if (terms.slips(Slip.TOUCH_RESETS)) {
            return counter.at(0, touch.atNanos());
        }
        return terms.slips(Slip.TOUCH_DECAYS) ? counter.at(rate, touch.atNanos()) : counter;
    }

    @Override
    public Step<HeatState> bump(HeatOperation.Bump bump) {
        if (!(reply instanceof HeatReply.Bumped bumped)) {
            return wrongKind(HeatRule.D3, "the reply to a bump");
        }
        Violation violation = makeRoom(bump.key(), bumped.evicted());
        if (violation != null) {
            return new Step.Rejected<>(violation);
        }
        exercised |= HeatRule.D3.bit();
        for (Draft draft : drafts) {
            Counter counter = arriving(draft, bump.key(), bump.atNanos(), bump.halfLifeNanos());
            violation = count(draft, counter, bump, bumped.rate());
            if (violation != null) {
                return new Step.Rejected<>(violation);
            }
        }
        return accepted();
    }

    private @Nullable Violation count(Draft draft, Counter counter, HeatOperation.Bump bump, double seen) {
        double[] rates = terms.rates(counter, bump.atNanos());
        exercised |= exercisedByDecay(counter, rates[0], bump.atNanos());
        if (!mayBecome(rates, seen) && !maySlipTo(counter, bump.atNanos(), rates[0], seen)) {
            return new Violation(
                    wrongBump(counter, bump.atNanos()),
                    "rate " + NumberText.of(rates[0] + 1) + " after the bump",
                    "rate " + NumberText.of(seen));
        }
        draft.put(bump.key(), counter.bumped(bump.atNanos(), seen, draft.nextTouch(), contract.asks(F4)));
        return null;
    }

    private static boolean mayBecome(double[] rates, double seen) {
        for (double rate : rates) {
            if (Counter.near(rate + 1, seen)) {
                return true;
            }
        }
        return false;
    }

    private static HeatRule wrongBump(Counter counter, long atNanos) {
        boolean decayed = counter.rate() > 0 && atNanos > counter.asOfNanos();
        return decayed ? counter.halfLifeNanos() == 0 ? HeatRule.D5 : HeatRule.D2 : HeatRule.D3;
    }

    private boolean maySlipTo(Counter counter, long atNanos, double rate, double seen) {
        Slip slip = terms.slip();
        if (slip == null) {
            return false;
        }
        double undecayed = counter.rate();
        double factor = undecayed > 0 ? rate / undecayed : 1;
        return switch (slip) {
            case ADDS_NOTHING -> Counter.near(rate, seen);
            case ADDS_TWICE -> Counter.near(rate + 2, seen);
            case ADDS_WITHOUT_DECAY -> Counter.near(undecayed + 1, seen);
            case ADDS_BEFORE_DECAY -> Counter.near((undecayed + 1) * factor, seen);
            case ADDS_ANYTHING -> seen >= 0 && seen < Double.POSITIVE_INFINITY;
            default -> terms.wildly(counter, atNanos, seen - 1);
        };
    }

    /** Has what was evicted, if anything, make room for the key (R1-R3); or says what is wrong with that. */
    private @Nullable Violation makeRoom(String key, @Nullable String evicted) {
        exercised |= HeatRule.R1.bit();
        Draft draft = draft();
        drafts = List.of(draft);
        if (before.counters.containsKey(key)) {
            return evicted == null
                    ? null
                    : new Violation(
                            HeatRule.R2,
                            "nothing evicted, as " + KeyText.of(key) + " is tracked already",
                            "evicted " + KeyText.of(evicted));
        }
        boolean late = terms.slips(Slip.OWED_RETURNS_LATE);
        if (!late) {
            comeBack(draft, key);
        }
        Violation violation = evict(draft, key, evicted);
        if (violation == null) {
            exercised |= HeatRule.D1.bit();
            drafts = draft.bounded();
        }
        if (late) {
            drafts.forEach(each -> comeBack(each, key));
        }
        return violation;
    }

    /** A key that comes back owes no more, before anything makes room for it: its own return must not drop its debt (F3). */
    private void comeBack(Draft draft, String key) {
        Account owed = draft.owed.get(key);
        if (owed != null) {
            exercised |= HeatRule.F3.bit();
            draft.owed = draft.owed.removing(key);
            arriving = terms.slips(Slip.RETURNS_FROM_NOTHING) ? Account.FRESH : owed.owedSince(0);
        }
    }

    /** The key's counter, or a fresh one that takes over what the key owed (D1, F3); it is not put into the draft yet. */
    private Counter arriving(Draft draft, String key, long atNanos, long halfLifeNanos) {
        Counter known = draft.counters.get(key);
        if (known != null) {
            return terms.slips(Slip.HALF_LIFE_OF_CALLER) ? known.withHalfLife(halfLife(halfLifeNanos)) : known;
        }
        Counter fresh = Counter.fresh(atNanos, halfLife(halfLifeNanos), arriving);
        return switch (terms.slip() == null ? Slip.EVICTS_ANY : terms.slip()) {
            case FRESH_AT_ONE -> fresh.at(1, atNanos);
            case FRESH_AS_OF_ANYTHING -> fresh.untouched();
            case FRESH_WITHDRAWN ->
                arriving.equals(Account.FRESH) ? fresh.with(arriving.believing(new Belief.Announced(0))) : fresh;
            default -> fresh;
        };
    }

    private long halfLife(long nanos) {
        long usual = config.policy().halfLifeNanos();
        if (terms.slips(Slip.HALF_LIFE_OF_POLICY) || (nanos == 0 && terms.slips(Slip.ZERO_HALF_LIFE_IS_USUAL))) {
            return usual;
        }
        return nanos == 0 && terms.slips(Slip.ZERO_HALF_LIFE_IS_SHORT)
                ? 1
                : nanos == HeatOperation.POLICY_HALF_LIFE ? usual : nanos;
    }

    private long exercisedByDecay(Counter from, double to, long atNanos) {
        long rules = HeatRule.D2.bit();
        if (atNanos < from.asOfNanos()) {
            rules |= HeatRule.D6.bit() | (contract.asks(F4) ? HeatRule.F4.bit() : 0);
        }
        if (from.halfLifeNanos() == 0) {
            rules |= HeatRule.D5.bit();
        }
        if (from.rate() > 0 && to == 0) {
            rules |= HeatRule.D4.bit();
        }
        return rules;
    }

    private @Nullable Violation evict(Draft draft, String arriving, @Nullable String evicted) {
        boolean full = config.cap() > 0 && before.size() >= config.cap();
        boolean free = terms.slips(Slip.EVICTS_OR_NOT);
        if (!full && evicted == null) {
            return null;
        }
        if (free && evicted == null) {
            return null;
        }
        if (evicted != null && !full && !(free && before.counters.containsKey(evicted))) {
            return new Violation(HeatRule.R2, "nothing evicted, as there is room", "evicted " + KeyText.of(evicted));
        }
        exercised |= HeatRule.R2.bit();
        Recency recency = Recency.of(contract.asks(F2));
        HeatRule rule = contract.asks(F2) ? HeatRule.F2 : HeatRule.R3;
        if (evicted == null) {
            return new Violation(
                    HeatRule.R2,
                    oldestEvicted(recency) + ", as the cap of " + config.cap() + " is reached",
                    "nothing evicted");
        }
        Counter victim = before.counters.get(evicted);
        if (victim == null) {
            return new Violation(
                    evicted.equals(arriving) ? HeatRule.R2 : rule,
                    oldestEvicted(recency),
                    "evicted " + KeyText.of(evicted) + ", which is not tracked");
        }
        if (!recency.isOldest(victim, before.counters) && !terms.slips(Slip.EVICTS_ANY)) {
            return new Violation(rule, oldestEvicted(recency), "evicted " + KeyText.of(evicted));
        }
        exercised |= rule.bit() | (contract.asks(F3) ? HeatRule.F3.bit() : 0);
        if (!terms.slips(Slip.EVICTED_STAYS)) {
            draft.depart(evicted, rule);
        }
        return null;
    }

    private String oldestEvicted(Recency recency) {
        return "evicted " + KeyText.of(recency.oldest(before.counters));
    }

    @Override
    public Step<HeatState> tick(HeatOperation.Tick tick) {
        return reply instanceof HeatReply.Ticked ticked
                ? new TickJudgement(terms, before, draft(), tick).judge(ticked.emissions())
                : wrongKind(HeatRule.T1, "the reply to a tick");
    }

    @Override
    public Step<HeatState> commit(HeatOperation.Commit commit) {
        if (!(reply instanceof HeatReply.Done)) {
            return wrongKind(HeatRule.T2, "no reply fields");
        }
        exercised |= HeatRule.T2.bit() | HeatRule.T3.bit();
        acknowledge(new Acknowledgement(terms, draft(), commit.tick(), true), commit.keys());
        for (Draft draft : drafts) {
            if (terms.slips(Slip.COMMIT_CREATES)) {
                create(draft, commit);
            }
            if (!prunesWrongly(draft, commit.tick())) {
                prune(draft);
            }
        }
        return accepted();
    }

    /** A commit that makes counters of what it is about (T2). */
    private void create(Draft draft, HeatOperation.Commit commit) {
        Announced announced = draft.announced(commit.tick());
        for (String key : announced.keys()) {
            if (!draft.counters.containsKey(key)) {
                Account account = Account.orphan(new Belief.Announced(announced.rate(key)));
                draft.putAccount(
                        key,
                        Counter.fresh(commit.atNanos(), config.policy().halfLifeNanos(), account)
                                .touchedAt(draft.nextTouch()),
                        account);
            }
        }
    }

    /** Prunes in some other way (T3); false where it is done right. */
    private boolean prunesWrongly(Draft draft, long tick) {
        Slip slip = terms.slip();
        if (slip == null) {
            return false;
        }
        switch (slip) {
            case PRUNES_NOT -> {}
            case PRUNES_NOT_WHEN_EMPTY -> {
                return draft.announced(tick).size() == 0;
            }
            case PRUNES_LIVE -> draft.withdrawnKeys().forEach(key -> draft.depart(key, HeatRule.T3));
            case PRUNES_ANY_ZERO ->
                draft.counters.forEach((key, counter) -> {
                    if (counter.silent()) {
                        draft.depart(key, HeatRule.T3);
                    }
                });
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Counters at rate 0 that peers believe at 0 go (T3). What is in flight is believed unknown where F13 asks, and stays. */
    private void prune(Draft draft) {
        for (String key : draft.withdrawnKeys()) {
            Counter counter = counter(draft, key);
            if (counter.silent()) {
                draft.depart(key, HeatRule.T3);
            }
        }
    }

    @Override
    public Step<HeatState> rollback(HeatOperation.Rollback rollback) {
        if (!(reply instanceof HeatReply.Done)) {
            return wrongKind(HeatRule.T4, "no reply fields");
        }
        acknowledge(new Acknowledgement(terms, draft(), rollback.tick(), false), rollback.keys());
        if (terms.slips(Slip.ROLLBACK_PRUNES)) {
            drafts.forEach(this::prune);
        }
        return accepted();
    }

    private void acknowledge(Acknowledgement acknowledgement, @Nullable List<String> part) {
        drafts = acknowledgement.of(part);
        exercised |= acknowledgement.exercised();
        if (terms.slips(Slip.ANSWER_CLEARS_ALL)) {
            for (Draft draft : drafts) {
                draft.counters.forEach((key, counter) ->
                        draft.put(key, counter.with(counter.account().unmarked())));
            }
        }
    }

    @Override
    public Step<HeatState> remove(HeatOperation.Remove remove) {
        if (!(reply instanceof HeatReply.Done)) {
            return wrongKind(HeatRule.R4, "no reply fields");
        }
        exercised |= HeatRule.R4.bit();
        Draft draft = draft();
        if (!terms.slips(Slip.REMOVED_STAYS)) {
            draft.depart(remove.key(), HeatRule.R4);
        }
        if (terms.slips(Slip.REMOVAL_PAYS) && !before.counters.containsKey(remove.key())) {
            draft.owed = draft.owed.removing(remove.key());
        }
        drafts = draft.bounded();
        return accepted();
    }

    @Override
    public Step<HeatState> observe(HeatOperation.Observe observe) {
        return new Reading(terms, before).observe(observe, reply);
    }

    @Override
    public Step<HeatState> len(HeatOperation.Len len) {
        return new Reading(terms, before).len(reply);
    }

    private static Counter counter(Draft draft, String key) {
        Counter counter = draft.counters.get(key);
        if (counter == null) {
            throw new IllegalStateException("a counter that was just put is missing: " + key);
        }
        return counter;
    }

    private Step<HeatState> accepted() {
        if (drafts.size() == 1) {
            return new Step.Accepted<>(drafts.get(0).build(), exercised);
        }
        List<HeatState> possible = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            possible.add(draft.build());
        }
        return possible.isEmpty()
                ? new Step.Undecided<>("one answer makes more keys owed past the cap than can be followed (F3)")
                : HeatSpec.oneOf(possible, exercised);
    }

    private Step<HeatState> rejected(Rule rule, String expected, String seen) {
        return new Step.Rejected<>(new Violation(rule, expected, seen));
    }

    private Step<HeatState> wrongKind(Rule rule, String expected) {
        return rejected(rule, expected, reply.getClass().getSimpleName());
    }
}
