package dev.halflife.model.heat;

import static dev.halflife.model.heat.HeatRule.D1;
import static dev.halflife.model.heat.HeatRule.D2;
import static dev.halflife.model.heat.HeatRule.D3;
import static dev.halflife.model.heat.HeatRule.D4;
import static dev.halflife.model.heat.HeatRule.D5;
import static dev.halflife.model.heat.HeatRule.D6;
import static dev.halflife.model.heat.HeatRule.D7;
import static dev.halflife.model.heat.HeatRule.E1;
import static dev.halflife.model.heat.HeatRule.E2;
import static dev.halflife.model.heat.HeatRule.F1;
import static dev.halflife.model.heat.HeatRule.F10;
import static dev.halflife.model.heat.HeatRule.F13;
import static dev.halflife.model.heat.HeatRule.F2;
import static dev.halflife.model.heat.HeatRule.F3;
import static dev.halflife.model.heat.HeatRule.F4;
import static dev.halflife.model.heat.HeatRule.F5;
import static dev.halflife.model.heat.HeatRule.R1;
import static dev.halflife.model.heat.HeatRule.R2;
import static dev.halflife.model.heat.HeatRule.R3;
import static dev.halflife.model.heat.HeatRule.R4;
import static dev.halflife.model.heat.HeatRule.T1;
import static dev.halflife.model.heat.HeatRule.T2;
import static dev.halflife.model.heat.HeatRule.T3;
import static dev.halflife.model.heat.HeatRule.T4;
import static dev.halflife.model.heat.HeatRule.T5;

import dev.halflife.model.Finding;
import dev.halflife.model.Lapse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * The lapses of a heat registry. First what is wrong always, and in one way; then what a tick decides, or a rate or a victim
 * is, by no law at all; last what went wrong once, which explains more the longer the history.
 */
final class HeatLapses {

    private final Terms terms;
    private final HeatConfig config;
    private final List<Lapse<HeatState, HeatOperation, HeatReply>> lapses = new ArrayList<>();

    HeatLapses(Terms terms) {
        this.terms = terms;
        this.config = terms.config();
    }

    List<Lapse<HeatState, HeatOperation, HeatReply>> all() {
        always(R1, Slip.HALF_LIFE_OF_CALLER, Slip.HALF_LIFE_OF_POLICY);
        always(D5, Slip.ZERO_HALF_LIFE_IS_USUAL, Slip.ZERO_HALF_LIFE_IS_SHORT);
        always(D6, Slip.NEGATIVE_ELAPSED_GROWS, Slip.ABSOLUTE_ELAPSED);
        always(D4, Slip.NOT_CLAMPED);
        stale();
        HeatSpec.FINDINGS.stream().filter(terms::asks).forEach(this::other);
        always(R4, Slip.REMOVED_STAYS);
        room();
        always(D3, Slip.ADDS_NOTHING, Slip.ADDS_TWICE, Slip.ADDS_WITHOUT_DECAY, Slip.ADDS_BEFORE_DECAY);
        always(D1, Slip.FRESH_AT_ONE, Slip.FRESH_WITHDRAWN, Slip.FRESH_AS_OF_ANYTHING);
        always(D7, Slip.READING_DECAYS);
        owed();
        marks();
        once(R4, Slip.REMOVED_STAYS);
        rollbacks();
        always(E2, Slip.TELLS_NO_RATE);
        disabled();
        for (HeatRule row : EnumSet.range(E1, HeatRule.E8)) {
            free(row);
        }
        always(R1, Slip.TOUCH_COUNTS, Slip.TOUCH_DECAYS, Slip.TOUCH_RESETS);
        answers();
        always(T1, Slip.TICK_RECORDS, Slip.TICK_DECIDES_FIRST, Slip.TICK_PASSES_OVER_DECAY);
        always(T1, Slip.TICK_KEEPS_AS_OF, Slip.TICK_TELLS_TWICE, Slip.TICK_TELLS_UNTRACKED);
        HeatSpec.FINDINGS.stream().filter(finding -> !terms.asks(finding)).forEach(this::other);
        always(D2, Slip.NEVER_DECAYS);
        always(D4, Slip.CLAMPED_EARLY);
        byNoLaw();
        last();
        return List.copyOf(lapses);
    }

    /** The other choice of a finding: what it asks is not done, or is where it is not asked. */
    private void other(Finding finding) {
        boolean strict = terms.asks(finding);
        HeatRule rule = strict ? HeatRule.valueOf(finding.name()) : published(finding);
        lapses.add(new Lapse<>(
                rule, new HeatSpec(Terms.of(config, terms.contract().with(finding, !strict)))));
    }

    /** The published rule that the strict choice of a finding breaks. */
    private HeatRule published(Finding finding) {
        return switch (finding) {
            case F1, F13 -> T2;
            case F2 -> R3;
            case F4 -> D6;
            case F5 -> T3;
            case F10 -> T4;
            default -> T1;
        };
    }

    private void room() {
        if (config.cap() > 0) {
            made(R2, new HeatConfig(config.marks(), 0, config.leaseNanos(), config.policy()));
            if (config.cap() < Integer.MAX_VALUE) {
                made(R2, new HeatConfig(config.marks(), config.cap() + 1, config.leaseNanos(), config.policy()));
            }
            if (config.cap() > 1) {
                made(R2, new HeatConfig(config.marks(), config.cap() - 1, config.leaseNanos(), config.policy()));
            }
            always(R2, Slip.EVICTED_STAYS);
        }
        always(R2, Slip.EVICTS_OR_NOT);
    }

    private void marks() {
        if (!config.marks()) {
            owedOrNot();
            HeatConfig marking = new HeatConfig(true, config.cap(), config.leaseNanos(), config.policy());
            made(T5, marking);
            lapses.add(new Lapse<>(
                    T5, new HeatSpec(new Terms(marking, terms.contract(), Slip.MARK_STAYS_ON_ROLLBACK, null))));
            return;
        }
        made(T4, new HeatConfig(false, config.cap(), config.leaseNanos(), config.policy()));
        always(T4, Slip.MARK_STAYS_ON_REMOVAL, Slip.MARK_STAYS_ON_EVICTION, Slip.MARK_STAYS_ON_PRUNING);
        once(T4, Slip.MARK_STAYS_ON_REMOVAL, Slip.MARK_STAYS_ON_EVICTION, Slip.MARK_STAYS_ON_PRUNING);
        owedOrNot();
        always(T4, Slip.MARK_STAYS_ON_ROLLBACK, Slip.MARK_STAYS_ON_COMMIT, Slip.MARK_STAYS_ON_WITHDRAWAL);
        once(T4, Slip.MARK_STAYS_ON_ROLLBACK);
        always(T4, Slip.ANSWER_CLEARS_ALL, Slip.WITHDRAWAL_NOT_MARKED, Slip.HEAT_NOT_MARKED);
        if (terms.asks(Finding.F10)) {
            always(T4, Slip.LEASE_OVER_EARLY, Slip.LEASE_OVER_AT_ONCE);
            always(F10, Slip.LEASE_RENEWED);
        }
    }

    private void stale() {
        if (terms.asks(Finding.F1)) {
            other(Finding.F1);
            always(F1, Slip.STALE_FREES, Slip.STALE_IGNORED, Slip.CONTESTED_SETTLES);
        }
    }

    private void owed() {
        if (terms.asks(Finding.F3)) {
            always(F3, Slip.OWED_RETURNS_LATE, Slip.RETURNS_FROM_NOTHING, Slip.OWED_FORGOTTEN_ON_ROLLBACK);
            always(F3, Slip.OWED_PAID_BY_HEAT, Slip.OWED_UNBOUNDED, Slip.OWED_DROPS_NEWEST);
            always(F3, Slip.UNKNOWN_ANSWER_IGNORED);
            always(R4, Slip.REMOVAL_PAYS);
        }
    }

    private void owedOrNot() {
        if (terms.asks(Finding.F3)) {
            always(F3, Slip.OWED_OR_NOT);
        }
    }

    private void rollbacks() {
        always(onRollback(), Slip.ROLLBACK_RECORDS, Slip.ROLLBACK_UNHEARD);
        if (terms.asks(Finding.F13)) {
            always(F13, Slip.ANSWERED_TWICE);
        }
    }

    private HeatRule onRollback() {
        return terms.asks(Finding.F13) ? F13 : config.marks() ? T4 : T5;
    }

    private void answers() {
        always(T3, Slip.PRUNES_NOT, Slip.PRUNES_NOT_WHEN_EMPTY, Slip.PRUNES_LIVE, Slip.ROLLBACK_PRUNES);
        always(T3, Slip.TICK_PRUNES, Slip.PRUNES_ANY_ZERO);
        always(T2, Slip.COMMIT_IGNORED, Slip.COMMIT_OF_RATE_NOW, Slip.COMMIT_OF_ALL, Slip.COMMIT_CREATES);
    }

    private void disabled() {
        HeatPolicy policy = config.policy();
        if (!policy.enabled()) {
            HeatPolicy enabled = new HeatPolicy(true, policy.emitRatio(), policy.halfLifeNanos());
            made(E1, new HeatConfig(config.marks(), config.cap(), config.leaseNanos(), enabled));
        }
    }

    private void byNoLaw() {
        if (terms.asks(Finding.F13)) {
            free(F13);
        }
        always(terms.asks(Finding.F2) ? F2 : R3, Slip.EVICTS_ANY);
        always(D5, Slip.ZERO_HALF_LIFE_DECAYS);
        always(terms.asks(Finding.F4) ? F4 : D6, Slip.BACK_IS_ANYTHING);
        always(D4, Slip.ZERO_IS_ANYTHING);
        always(D2, Slip.DECAYS_TO_ANYTHING);
        always(D3, Slip.ADDS_ANYTHING);
        always(T2, Slip.BELIEF_IS_ANYTHING);
    }

    private void last() {
        once(T3, Slip.PRUNES_NOT, Slip.PRUNES_LIVE);
        once(T2, Slip.COMMIT_IGNORED);
        if (terms.asks(Finding.F5)) {
            onceOtherwise(F5, Finding.F5);
        }
        if (terms.asks(Finding.F3)) {
            once(F3, Slip.DEPARTED_FORGOTTEN, Slip.RETURNS_FROM_NOTHING, Slip.UNKNOWN_ANSWER_IGNORED);
        }
        if (config.marks()) {
            once(T4, Slip.MARK_STAYS_ON_COMMIT, Slip.MARK_STAYS_ON_ROLLBACK, Slip.HEAT_NOT_MARKED);
        }
    }

    private void always(HeatRule rule, Slip... slips) {
        for (Slip slip : slips) {
            lapses.add(new Lapse<>(rule, slipping(slip)));
        }
    }

    /** What a tick decides by this row goes either way. */
    private void free(HeatRule row) {
        lapses.add(new Lapse<>(row, new HeatSpec(new Terms(config, terms.contract(), null, row))));
    }

    private void once(HeatRule rule, Slip... slips) {
        for (Slip slip : slips) {
            lapses.add(new Lapse<>(rule, new Once(right(), slipping(slip))));
        }
    }

    private void onceOtherwise(HeatRule rule, Finding finding) {
        HeatSpec otherwise = new HeatSpec(Terms.of(config, terms.contract().with(finding, false)));
        lapses.add(new Lapse<>(rule, new Once(right(), otherwise)));
    }

    private void made(HeatRule rule, HeatConfig otherwise) {
        lapses.add(new Lapse<>(rule, new HeatSpec(Terms.of(otherwise, terms.contract()))));
    }

    private HeatSpec right() {
        return new HeatSpec(Terms.of(config, terms.contract()));
    }

    private HeatSpec slipping(Slip slip) {
        return new HeatSpec(new Terms(config, terms.contract(), slip, null));
    }
}
