package dev.halflife.model.heat;

import dev.halflife.model.Finding;
import org.jspecify.annotations.Nullable;

/** What becomes of an account where an answer goes wrong (T2, T4, F1, F3, F13): for blame only. */
final class SlippedAnswer {

    private SlippedAnswer() {}

    /** The account after the answer to this tick, which announced this rate; {@code right} is what it should be. */
    static Account of(
            Terms terms,
            boolean commit,
            long tick,
            double announced,
            @Nullable Counter counter,
            Account before,
            Account right) {
        Slip slip = terms.slip();
        boolean last = tick == before.lastIssue();
        boolean stale = terms.asks(Finding.F1) && !last;
        if (slip == null) {
            return right;
        }
        return switch (slip) {
            case COMMIT_IGNORED -> commit ? before.rolledBack(tick, terms.contract()) : right;
            case COMMIT_OF_RATE_NOW ->
                commit && counter != null ? before.committed(tick, counter.tickedRate(), terms.contract()) : right;
            case MARK_STAYS_ON_COMMIT -> commit ? marked(before, right) : right;
            case MARK_STAYS_ON_WITHDRAWAL -> commit && announced == 0 ? marked(before, right) : right;
            case MARK_STAYS_ON_ROLLBACK -> commit ? right : marked(before, right);
            case STALE_FREES -> stale ? right.unmarked() : right;
            case STALE_IGNORED -> stale ? before : right;
            case CONTESTED_SETTLES ->
                commit && last && !before.answered() ? right.believing(new Belief.Announced(announced)) : right;
            case ROLLBACK_RECORDS -> commit || stale ? right : right.believing(new Belief.Announced(announced));
            case ROLLBACK_UNHEARD -> commit || stale ? right : right.believing(Belief.Unsettled.NEVER);
            case ANSWERED_TWICE -> commit && last ? right.believing(new Belief.Announced(announced)) : right;
            default -> right;
        };
    }

    private static Account marked(Account before, Account after) {
        return before.marked() ? after.markedAt(before.markedAtNanos()) : after;
    }

    /** Whether the answer about an owed key makes it forgotten. */
    static boolean pays(Slip slip, boolean commit, Account before, Account after) {
        boolean leftMark = before.belief() == Belief.Unsettled.NEVER && !after.marked();
        return leftMark
                || (slip == Slip.OWED_FORGOTTEN_ON_ROLLBACK && !commit)
                || (slip == Slip.OWED_PAID_BY_HEAT && commit && after.belief() instanceof Belief.Announced);
    }
}
