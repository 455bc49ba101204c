package dev.halflife.model.write.credits;

import dev.halflife.model.NameText;
import dev.halflife.model.Violation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What a wrong reply speaks against by itself, and in what words; {@link CreditsLapses} know what comes of earlier mistakes.
 * Credits that nobody holds break A1; too few of those there are, or at the wrong moment,
 * break A2 in a record and A4 in a drain, as they may still be pending.
 */
record Blame(CreditsConfig config, Automaton automaton, CreditsState before)
        implements CreditsOperation.Cases<Blame.Asked> {

    private static final int MOST_IN_WORDS = 3;

    /** The call whose return is judged, or null; who makes it, and the machines in which it has begun. */
    record Asked(@Nullable Call call, int caller, List<Machine> machines) {}

    Violation violation(CreditsOperation operation, CreditsReply reply) {
        Asked asked = operation.match(this);
        if (asked.call() != null) {
            return reply instanceof CreditsReply.Returned returned
                    ? wrongReturn(asked.call(), asked, returned.flush())
                    : wrongKind(asked.call() instanceof Call.Drain ? CreditsRule.A4 : CreditsRule.A2, reply);
        }
        return operation instanceof CreditsOperation.Pending && reply instanceof CreditsReply.Counted counted
                ? wrongCount(counted)
                : wrongKind(operation instanceof CreditsOperation.Pending ? CreditsRule.A5 : CreditsRule.F6, reply);
    }

    private static Violation wrongKind(CreditsRule rule, CreditsReply reply) {
        return new Violation(rule, "a reply to what was asked", reply.toString());
    }

    private Violation wrongReturn(Call call, Asked asked, @Nullable Flush flush) {
        Set<String> allowed = new LinkedHashSet<>();
        boolean sameIds = false;
        for (Pile result : automaton.results(asked.machines(), asked.caller())) {
            allowed.add(result == null ? "nothing" : "a flush of " + result);
            sameIds |= result != null && flush instanceof Flush.Ids && flush.tells(result, false);
        }
        Pile held = asked.machines().get(0).held();
        CreditsRule rule = letter(call, held, flush);
        String seen = seen(call, asked, held, flush, sameIds);
        return new Violation(rule, anyOf(allowed), allowed.contains(seen) ? seen + among(asked, flush) : seen);
    }

    /** In what a flush that reads like an allowed one differs from it: beyond the ids that are told. */
    private String among(Asked asked, @Nullable Flush flush) {
        Pile told = flush == null ? Pile.EMPTY : flush.atLeast();
        StringJoiner differences = new StringJoiner(", or ", "; among them ", "");
        for (Pile result : automaton.results(asked.machines(), asked.caller())) {
            if (result != null && result.toString().equals(told.toString())) {
                differences.add(told.against(result));
            }
        }
        return differences.toString();
    }

    private static CreditsRule letter(Call call, Pile held, @Nullable Flush flush) {
        boolean nothingRecorded =
                call instanceof Call.RecordIds record && record.ids().isEmpty();
        if (flush != null && (flush.isEmpty() || nothingRecorded)) {
            return CreditsRule.A3;
        }
        if (flush != null && (!isProper(flush) || !flush.atLeast().within(held))) {
            return CreditsRule.A1;
        }
        return call instanceof Call.Drain ? CreditsRule.A4 : CreditsRule.A2;
    }

    private static boolean isProper(Flush flush) {
        return flush instanceof Flush.Counts counts
                ? counts.counts().values().stream().allMatch(count -> count > 0)
                : flush instanceof Flush.Ids ids
                        && ids.ids().stream().distinct().count() == ids.ids().size();
    }

    private String seen(Call call, Asked asked, Pile held, @Nullable Flush flush, boolean sameIds) {
        boolean record = call instanceof Call.RecordIds;
        if (flush == null) {
            boolean left = record && isLast(asked.caller()) && held.credits() >= config.threshold();
            return left
                    ? "nothing, which leaves " + credits(held) + " at rest: the threshold is " + config.threshold()
                    : "nothing";
        }
        String text = "a flush of " + (flush.isEmpty() ? "nothing" : words(flush));
        if (sameIds) {
            return text + " without counts";
        }
        return record
                        && !before.isAtRest()
                        && !flush.isEmpty()
                        && flush.atLeast().credits() < config.threshold()
                        && flush.atLeast().within(held)
                ? text + ", which misses credits already counted"
                : text;
    }

    private static String credits(Pile pile) {
        return pile.credits() + (pile.credits() == 1 ? " credit" : " credits");
    }

    private static String words(Flush flush) {
        return flush instanceof Flush.Ids ids
                ? NameText.list(ids.ids())
                : flush.atLeast().toString();
    }

    private boolean isLast(int caller) {
        for (int other = 1; other < Machine.CALLERS; other++) {
            if (other != caller && before.running(other).isPresent()) {
                return false;
            }
        }
        return true;
    }

    private Violation wrongCount(CreditsReply.Counted counted) {
        Set<String> allowed = new LinkedHashSet<>();
        boolean mayBeFull = false;
        for (Machine machine : before.machines) {
            allowed.add("count " + machine.count + ", pile " + machine.pile.credits());
            mayBeFull |= machine.count >= config.threshold();
        }
        CreditsRule letter = counted.count() != counted.pile()
                ? CreditsRule.A5
                : counted.count() >= config.threshold() && !mayBeFull ? CreditsRule.A6 : CreditsRule.A1;
        return new Violation(
                letter, anyOf(allowed), "count " + counted.count() + ", pile " + counted.pile() + difference(counted));
    }

    private static String difference(CreditsReply.Counted counted) {
        return counted.count() > counted.pile()
                ? ": a count without credits"
                : counted.count() < counted.pile() ? ": credits that are not counted" : "";
    }

    private static String anyOf(Set<String> allowed) {
        List<String> few = new ArrayList<>();
        for (String text : allowed) {
            if (few.size() < MOST_IN_WORDS) {
                few.add(text);
            }
        }
        return String.join(", or ", few) + (allowed.size() > MOST_IN_WORDS ? ", or …" : "");
    }

    @Override
    public Asked record(CreditsOperation.RecordIds record) {
        return begun(0, new Call.RecordIds(record.ids()));
    }

    @Override
    public Asked drain(CreditsOperation.Drain drain) {
        return begun(0, new Call.Drain());
    }

    @Override
    public Asked restore(CreditsOperation.Restore restore) {
        return new Asked(null, 0, before.machines);
    }

    @Override
    public Asked pending(CreditsOperation.Pending pending) {
        return new Asked(null, 0, before.machines);
    }

    @Override
    public Asked begin(CreditsOperation.Begin begin) {
        return begun(begin.caller(), begin.call());
    }

    @Override
    public Asked step(CreditsOperation.Step step) {
        return running(step.caller());
    }

    @Override
    public Asked finish(CreditsOperation.Finish finish) {
        return running(finish.caller());
    }

    private Asked begun(int caller, Call call) {
        return new Asked(call, caller, Automaton.invoked(before.machines, caller, call));
    }

    private Asked running(int caller) {
        return new Asked(before.running(caller).orElse(null), caller, before.machines);
    }
}
