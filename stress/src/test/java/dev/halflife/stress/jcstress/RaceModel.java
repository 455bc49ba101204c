package dev.halflife.stress.jcstress;

import dev.halflife.model.Operation;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What may come out of a race: the outcomes of every interleaving of the actors' operations, each of them one step of the
 * pure model. An operation that the model refuses changes nothing and has no reply.
 *
 * @param before what happens before the actors start
 * @param actors what each actor does, in its order
 * @param after what happens once both are done
 * @param outcome how JCStress writes these replies, by actor, those to {@code after} last
 */
record RaceModel<S, O extends Operation<O>, R>(
        Spec<S, O, R> spec,
        List<O> before,
        List<List<O>> actors,
        List<O> after,
        Function<List<List<R>>, String> outcome) {

    /** Every outcome that the model allows. */
    SortedSet<String> outcomes() {
        S state = spec.initial();
        for (O operation : before) {
            state = after(state, operation, spec.predict(state, operation));
        }
        List<List<R>> replies = new ArrayList<>();
        actors.forEach(actor -> replies.add(List.of()));
        SortedSet<String> outcomes = new TreeSet<>();
        interleave(state, new int[actors.size()], replies, outcomes);
        return outcomes;
    }

    private void interleave(S state, int[] begun, List<List<R>> replies, SortedSet<String> outcomes) {
        boolean done = true;
        for (int actor = 0; actor < actors.size(); actor++) {
            if (begun[actor] < actors.get(actor).size()) {
                done = false;
                O operation = actors.get(actor).get(begun[actor]);
                int[] more = begun.clone();
                more[actor]++;
                if (spec.refusal(state, operation).isPresent()) {
                    interleave(state, more, replies, outcomes);
                } else {
                    R reply = spec.predict(state, operation);
                    List<List<R>> told = new ArrayList<>(replies);
                    told.set(actor, with(replies.get(actor), reply));
                    interleave(after(state, operation, reply), more, told, outcomes);
                }
            }
        }
        if (done) {
            outcomes.add(outcome.apply(with(replies, finish(state))));
        }
    }

    private List<R> finish(S end) {
        S state = end;
        List<R> replies = new ArrayList<>();
        for (O operation : after) {
            R reply = spec.predict(state, operation);
            replies.add(reply);
            state = after(state, operation, reply);
        }
        return replies;
    }

    private S after(S state, O operation, R reply) {
        return ((Step.Accepted<S>) spec.judge(state, operation, reply)).state();
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }
}
