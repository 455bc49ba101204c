package dev.halflife.stress.linear;

import dev.halflife.model.Operation;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The search for an order of overlapping calls that a specification allows: each call in its place within its thread, and
 * after every call that had returned when it began.
 *
 * <p>The specification is asked as a judge, so a reply is right if the rules allow it, however it was predicted. Depth
 * first; what was reached before with the same calls done and the same state is not searched again (Wing and Gong,
 * "Testing and Verifying Concurrent Objects", 1993; Lowe, "Testing for linearizability", 2016). Any thread may use it.
 *
 * @param <S> the specification's state
 * @param <O> the operations
 * @param <R> the replies
 */
public final class Linearizability<S, O extends Operation<O>, R> {

    private final Spec<S, O, R> spec;

    /** Searches for orders that this specification allows. */
    public Linearizability(Spec<S, O, R> spec) {
        this.spec = spec;
    }

    /** What a search came to. */
    public enum Verdict {
        /** There is such an order. */
        EXPLAINED,
        /** There is none. */
        UNEXPLAINED,
        /** The budget ended first, or the specification could not follow; never a reason to call a subject wrong. */
        UNDECIDED
    }

    /**
     * Searches for an order of these calls, by thread.
     *
     * @param budget how many judgements to ask for at most
     */
    public Verdict verdict(List<List<Span<Call<S, O, R>>>> threads, long budget) {
        Search search = new Search(threads, budget);
        if (search.explains(new int[threads.size()], spec.initial())) {
            return Verdict.EXPLAINED;
        }
        return search.isComplete ? Verdict.UNEXPLAINED : Verdict.UNDECIDED;
    }

    private final class Search {

        private final List<List<Span<Call<S, O, R>>>> threads;
        private final Set<Reached<S>> inVain = new HashSet<>(); // asked, and never iterated
        private long budget;
        private boolean isComplete = true;

        Search(List<List<Span<Call<S, O, R>>>> threads, long budget) {
            this.threads = threads;
            this.budget = budget;
        }

        private boolean explains(int[] done, S state) {
            if (isDone(done)) {
                return true;
            }
            if (!inVain.add(new Reached<>(Arrays.stream(done).boxed().toList(), state))) {
                return false;
            }
            for (int thread = 0; thread < done.length; thread++) {
                if (done[thread] < threads.get(thread).size()) {
                    Span<Call<S, O, R>> span = threads.get(thread).get(done[thread]);
                    S next = span.mayComeNext(done) ? after(state, span.call()) : null;
                    if (next != null) {
                        int[] more = done.clone();
                        more[thread]++;
                        if (explains(more, next)) {
                            return true;
                        }
                    }
                }
            }
            return false;
        }

        private boolean isDone(int[] done) {
            for (int thread = 0; thread < done.length; thread++) {
                if (done[thread] < threads.get(thread).size()) {
                    return false;
                }
            }
            return true;
        }

        private @Nullable S after(S state, Call<S, O, R> call) {
            O operation = call.operationIn(state);
            if (operation == null || spec.refusal(state, operation).isPresent()) {
                return null;
            }
            if (budget-- <= 0) {
                isComplete = false;
                return null;
            }
            Step<S> step = spec.judge(state, operation, call.reply());
            if (step instanceof Step.Accepted<S> accepted) {
                return accepted.state();
            }
            isComplete &= step instanceof Step.Rejected<S>;
            return null;
        }
    }

    private record Reached<S>(List<Integer> done, S state) {}
}
