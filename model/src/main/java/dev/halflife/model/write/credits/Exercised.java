package dev.halflife.model.write.credits;

import static dev.halflife.model.write.credits.CreditsRule.A1;
import static dev.halflife.model.write.credits.CreditsRule.A2;
import static dev.halflife.model.write.credits.CreditsRule.A3;
import static dev.halflife.model.write.credits.CreditsRule.A4;
import static dev.halflife.model.write.credits.CreditsRule.A5;
import static dev.halflife.model.write.credits.CreditsRule.A6;
import static dev.halflife.model.write.credits.CreditsRule.F6;

/** The rules that an accepted reply put to the test, as a set of bits. */
record Exercised(CreditsConfig config, boolean strict, CreditsState before, CreditsReply reply)
        implements CreditsOperation.Cases<Long> {

    @Override
    public Long record(CreditsOperation.RecordIds record) {
        return returned(new Call.RecordIds(record.ids()), !before.isAtRest());
    }

    @Override
    public Long drain(CreditsOperation.Drain drain) {
        return returned(new Call.Drain(), !before.isAtRest());
    }

    /** What came back is seen later, by whoever takes it. */
    @Override
    public Long restore(CreditsOperation.Restore restore) {
        return strict ? F6.bit() : 0;
    }

    @Override
    public Long pending(CreditsOperation.Pending pending) {
        boolean below = reply instanceof CreditsReply.Counted counted && counted.count() < config.threshold();
        return A1.bit() | A5.bit() | (below ? A6.bit() : 0);
    }

    @Override
    public Long begin(CreditsOperation.Begin begin) {
        return returned(begin.call(), !before.isAtRest());
    }

    @Override
    public Long step(CreditsOperation.Step step) {
        return before.running(step.caller()).map(call -> returned(call, true)).orElse(0L);
    }

    @Override
    public Long finish(CreditsOperation.Finish finish) {
        return before.running(finish.caller()).map(call -> returned(call, true)).orElse(0L);
    }

    private long returned(Call call, boolean overlapping) {
        if (!(reply instanceof CreditsReply.Returned returned)) {
            return 0;
        }
        Flush flush = returned.flush();
        boolean empty = call instanceof Call.RecordIds record && record.ids().isEmpty();
        long rules = call instanceof Call.Drain ? A4.bit() : A2.bit();
        rules |= empty || flush != null ? A3.bit() : 0;
        rules |= flush != null ? A1.bit() : 0;
        boolean repeated = flush instanceof Flush.Counts counts
                && counts.atLeast().credits() > counts.counts().size();
        return strict && (overlapping || repeated) ? rules | F6.bit() : rules;
    }
}
