package dev.halflife.stress.soak;

import dev.halflife.model.Operation;
import dev.halflife.model.Spec;
import dev.halflife.sim.random.Rng;
import dev.halflife.stress.lincheck.Model;
import dev.halflife.stress.linear.Call;
import dev.halflife.stress.linear.Linearizability;
import dev.halflife.stress.linear.Linearizability.Verdict;
import dev.halflife.stress.linear.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A few random calls by every thread on a fresh subject, and whether there is an order of them that the model allows.
 * Short, so that the search ends; there are many of them.
 *
 * @param calls how many calls each thread makes
 * @param budget how many judgements the search may ask for; beyond it the episode is undecided, never wrong
 */
record Episode(int calls, long budget) {

    /** One call as a thread saw it; times are those of one monotonic clock. */
    private record Made(
            RandomCall call,
            List<Object> arguments,
            @Nullable Object result,
            long beganNanos,
            long endedNanos) {
        @Override
        public String toString() {
            return "[" + beganNanos + ", " + endedNanos + "] " + call.method().getName() + arguments + " → " + result;
        }
    }

    /** What came of an episode; the text tells the calls of each thread. */
    record Outcome(Verdict verdict, String text) {}

    Outcome run(Threads threads, Object subject, Model model, long seed)
            throws InterruptedException, ExecutionException {
        List<RandomCall> operations = RandomCall.of(subject.getClass());
        List<List<Made>> history = threads.run(thread -> {
            Rng rng = new Rng(Rng.split(seed, thread));
            List<Made> made = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                RandomCall call = operations.get(rng.nextInt(operations.size()));
                List<Object> arguments = call.arguments(rng);
                long beganNanos = System.nanoTime();
                Object result = call.on(subject, arguments);
                made.add(new Made(call, arguments, result, beganNanos, System.nanoTime()));
            }
            return made;
        });
        return new Outcome(judge(model.spec(), model, history), history.toString());
    }

    private <S, O extends Operation<O>, R> Verdict judge(Spec<S, O, R> spec, Model model, List<List<Made>> history) {
        List<List<Span<Call<S, O, R>>>> spans = new ArrayList<>();
        for (List<Made> thread : history) {
            List<Span<Call<S, O, R>>> own = new ArrayList<>();
            for (Made made : thread) {
                List<Object> told = new ArrayList<>(made.arguments());
                if (made.call().method().getReturnType() != void.class) {
                    told.add(made.result());
                }
                own.add(new Span<>(model.call(made.call().method().getName(), told), before(made, history)));
            }
            spans.add(own);
        }
        return new Linearizability<>(spec).verdict(spans, budget);
    }

    /** A call that ended in the very nanosecond in which this one began may have come after it. */
    private static List<Integer> before(Made made, List<List<Made>> history) {
        List<Integer> before = new ArrayList<>();
        for (List<Made> thread : history) {
            int ended = 0;
            while (ended < thread.size() && thread.get(ended).endedNanos() < made.beganNanos()) {
                ended++;
            }
            before.add(ended);
        }
        return before;
    }
}
