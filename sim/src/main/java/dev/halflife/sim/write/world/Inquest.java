package dev.halflife.sim.write.world;

import dev.halflife.model.Blame;
import dev.halflife.model.Operation;
import dev.halflife.model.Rule;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import dev.halflife.model.Violation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls and writes of one reply, asked for one by one: each must be the one that is expected, and each part's reply what
 * its own specification allows. After the first violation nothing is asked any more. Not thread-safe.
 */
final class Inquest {

    private final PathSpec spec;
    private final List<PathReply.Call<?, ?>> calls;
    private final List<StoreWrite> writes;
    private final int[] nextCalls = new int[Parts.ALL.size()];
    private PartStates parts;
    private Store store;
    private int asked;
    private int nextWrite;
    private long exercised;
    private @Nullable Step<PathState> verdict;

    Inquest(PathSpec spec, PathState before, PathReply reply) {
        this.spec = spec;
        this.calls = reply.calls();
        this.writes = reply.writes();
        this.parts = before.parts();
        this.store = before.store();
    }

    /** The next call on this part must be this one, and its reply right; that reply, or null where something is not. */
    <S, O extends Operation<O>, R> @Nullable R call(Part<?, S, O, R> part, O expected) {
        if (verdict != null) {
            return null;
        }
        PathReply.Call<O, R> call = next(part);
        if (call == null || !call.operation().equals(expected)) {
            reject(part.rule(), text(part, expected), call == null ? "no such call" : text(part, call.operation()));
            return null;
        }
        return judged(part, call);
    }

    private <S, O extends Operation<O>, R> @Nullable R judged(Part<?, S, O, R> part, PathReply.Call<O, R> call) {
        Spec<S, O, R> its = spec.of(part);
        S before = parts.of(part);
        Optional<String> refusal = its.refusal(before, call.operation());
        if (refusal.isPresent()) {
            reject(part.ruleOfMore(), "a call that makes sense", text(part, call.operation()) + ": " + refusal.get());
            return null;
        }
        Step<S> step = its.judge(before, call.operation(), call.reply());
        if (step instanceof Step.Accepted<S> accepted) {
            parts = parts.with(part, accepted.state());
            exercised |=
                    PathRules.bits(part, accepted.exercised()) | part.rule().bit();
            return call.reply();
        }
        if (step instanceof Step.Rejected<S> rejected) {
            // By the call alone; what came before is looked at where the whole world is blamed.
            Violation violation =
                    Blame.of(its, before, List.of(call.operation()), List.of(call.reply()), rejected.violation());
            reject(PathRules.of(part, violation.rule()), violation.expected(), violation.seen());
        } else if (step instanceof Step.Undecided<S> undecided) {
            verdict = new Step.Undecided<>(part.name() + ": " + undecided.why());
        }
        return null;
    }

    /** The next call on this part; a call on a part has that part's types. */
    @SuppressWarnings("unchecked")
    private <O extends Operation<O>, R> PathReply.@Nullable Call<O, R> next(Part<?, ?, O, R> part) {
        for (int i = nextCalls[part.place()]; i < calls.size(); i++) {
            if (calls.get(i).part() == part) {
                nextCalls[part.place()] = i + 1;
                asked++;
                return (PathReply.Call<O, R>) calls.get(i);
            }
        }
        nextCalls[part.place()] = calls.size();
        return null;
    }

    /** The next write must be this one, but for credits, which the books are for. */
    void write(StoreWrite expected) {
        if (verdict != null) {
            return;
        }
        skipCredits();
        StoreWrite seen = nextWrite < writes.size() ? writes.get(nextWrite++) : null;
        if (expected.equals(seen)) {
            store = store.with(expected);
        } else {
            reject(expected.rule(), "store: " + expected, seen == null ? "nothing stored" : "store: " + seen);
        }
    }

    private void skipCredits() {
        while (nextWrite < writes.size() && writes.get(nextWrite) instanceof StoreWrite.Credited credited) {
            store = store.with(credited);
            nextWrite++;
        }
    }

    /** Nothing more may have been called or written. */
    void end() {
        skipCredits();
        if (verdict == null && nextWrite < writes.size()) {
            reject(writes.get(nextWrite).rule(), "nothing more stored", "store: " + writes.get(nextWrite));
        }
        for (Part<?, ?, ?, ?> part : asked < calls.size() ? Parts.ALL : List.<Part<?, ?, ?, ?>>of()) {
            more(part);
        }
    }

    private <O extends Operation<O>, R> void more(Part<?, ?, O, R> part) {
        PathReply.Call<O, R> call = next(part);
        if (call != null) {
            reject(part.ruleOfMore(), "no more calls of " + part.name(), text(part, call.operation()));
        }
    }

    private static <O extends Operation<O>, R> String text(Part<?, ?, O, R> part, O operation) {
        String words = part.component().narration().operation(operation);
        return part.name() + ": " + words.replaceAll(" +", " ").strip();
    }

    void reject(Rule rule, String expected, String seen) {
        if (verdict == null) {
            verdict = new Step.Rejected<>(new Violation(rule, expected, seen));
        }
    }

    /** That this rule was put to the test. */
    void tests(PathRule rule) {
        exercised |= rule.bit();
    }

    /** Only the statistics know of their disk from now on. */
    void restart() {
        parts = parts.restarted(spec);
    }

    PartStates parts() {
        return parts;
    }

    Store store() {
        return store;
    }

    boolean goesOn() {
        return verdict == null;
    }

    /** What was found, where everything is as it should be: this state. */
    Step<PathState> verdict(PathState after) {
        return verdict == null ? new Step.Accepted<>(after, exercised) : verdict;
    }
}
