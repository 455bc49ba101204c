package dev.halflife.stress.lincheck;

import dev.halflife.model.Operation;
import dev.halflife.model.Spec;
import dev.halflife.stress.linear.Call;
import dev.halflife.stress.linear.Linearizability;
import dev.halflife.stress.linear.Linearizability.Verdict;
import dev.halflife.stress.linear.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.kotlinx.lincheck.execution.ResultWithClock;
import org.jetbrains.kotlinx.lincheck.util.LincheckResult;
import org.jetbrains.kotlinx.lincheck.util.ValueResult;
import org.jetbrains.kotlinx.lincheck.util.VoidResult;
import org.jetbrains.lincheck.datastructures.verifier.CachedVerifier;

/**
 * Lincheck's verifier with a pure model as sequential specification: an execution is right if there is an order of its
 * calls whose replies the model's judge accepts. So a reply is not compared with a predicted one, and where the rules leave
 * a choice each is allowed. A call that throws is never right.
 */
public final class Judged extends CachedVerifier {

    private static final long UNLIMITED = Long.MAX_VALUE;

    private final Model model;
    private final Linearizability<?, ?, ?> linearizability;

    /** The verifier for what Lincheck calls the sequential specification, a {@link Model}. */
    public Judged(Class<?> sequentialSpecification) {
        model = (Model) LincheckCase.fresh(sequentialSpecification);
        linearizability = by(model.spec());
    }

    @Override
    public boolean verifyResultsImpl(ExecutionScenario scenario, ExecutionResult results) {
        return isExplained(linearizability, scenario, results);
    }

    private <S, O extends Operation<O>, R> boolean isExplained(
            Linearizability<S, O, R> judge, ExecutionScenario scenario, ExecutionResult results) {
        List<List<Span<Call<S, O, R>>>> threads = new ArrayList<>();
        for (int thread = 0; thread < scenario.getNThreads(); thread++) {
            List<Actor> actors = scenario.getThreads().get(thread);
            List<ResultWithClock> answers = results.getThreadsResultsWithClock().get(thread);
            List<Span<Call<S, O, R>>> calls = new ArrayList<>();
            for (int i = 0; i < actors.size(); i++) {
                LincheckResult answer = answers.get(i).getResult();
                if (!(answer instanceof ValueResult || answer instanceof VoidResult)) {
                    return false;
                }
                calls.add(new Span<>(call(actors.get(i), answer), clock(answers.get(i))));
            }
            threads.add(calls);
        }
        Verdict verdict = judge.verdict(threads, UNLIMITED);
        if (verdict == Verdict.UNDECIDED) {
            throw new IllegalStateException("the specification cannot follow: " + results);
        }
        return verdict == Verdict.EXPLAINED;
    }

    private <S, O, R> Call<S, O, R> call(Actor actor, LincheckResult answer) {
        List<Object> told = new ArrayList<>(actor.getArguments());
        if (answer instanceof ValueResult returned) {
            told.add(returned.getValue());
        }
        return model.call(actor.getMethod().getName(), told);
    }

    /** Lincheck's clock: how many calls of each thread had returned when this one began. */
    private static List<Integer> clock(ResultWithClock answered) {
        return Arrays.stream(answered.getClockOnStart().getClock()).boxed().toList();
    }

    private static <S, O extends Operation<O>, R> Linearizability<S, O, R> by(Spec<S, O, R> spec) {
        return new Linearizability<>(spec);
    }
}
