package dev.halflife.sim.run;

import dev.halflife.model.Leniency;
import dev.halflife.model.Operation;
import dev.halflife.model.Rule;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import dev.halflife.sim.subject.Stopped;
import dev.halflife.sim.subject.Subject;
import dev.halflife.sim.subject.SubjectFailure;
import dev.halflife.sim.subject.SubjectRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Tells causes from echoes among the rules that one subject broke. A schedule is run to its end and everything is read
 * after it. Where, with the check of the broken rule switched off, nothing else convicts, the rule is a cause. Where
 * another one still does, this schedule shows the rule as an echo. A rule of which every schedule looked at shows an echo
 * is one.
 */
public final class Echoes {

    private Echoes() {}

    /**
     * What the rule of these counterexamples is an echo of; empty where it is a cause, or where that cannot be told.
     *
     * @param examples counterexamples of one rule by one subject
     * @param others the other rules that this subject broke, likelier causes first
     * @return of {@code others} the first that explains a whole schedule by itself, else the one that still convicts
     */
    public static <C, S, O extends Operation<O>, R> Optional<Rule> causeOf(
            List<Counterexample<C, S, O, R>> examples, Collection<Rule> others) {
        Optional<Rule> cause = Optional.empty();
        for (Counterexample<C, S, O, R> example : examples) {
            if (example.violation().rule() instanceof SubjectRule) {
                // To ask again a subject that hung would take as long again.
                return Optional.empty();
            }
            cause = new Told<>(example).causeOf(example.violation().rule(), others);
            if (cause.isEmpty()) {
                return cause;
            }
        }
        return cause;
    }

    /** What a subject said in one counterexample, and to everything that was read after it. */
    private static final class Told<S, O extends Operation<O>, R> {

        private final Spec<S, O, R> spec;
        private final List<O> operations;
        private final List<R> replies = new ArrayList<>();

        <C> Told(Counterexample<C, S, O, R> example) {
            Trial<C, S, O, R> trial = example.trial();
            C config = example.schedule().config();
            spec = trial.component().spec(config, trial.contract());
            operations = new ArrayList<>(example.schedule().operations());
            S state = spec.initial();
            try (Subject<O, R> subject = Subjects.fresh(trial.component(), trial.subject(), config)) {
                for (O operation : operations) {
                    R reply = subject.apply(operation);
                    replies.add(reply);
                    if (spec.judge(state, operation, reply) instanceof Step.Accepted<S> accepted) {
                        state = accepted.state();
                    }
                }
                long at = operations.get(operations.size() - 1).atNanos();
                for (O read : trial.component().audit(config, state, at)) {
                    replies.add(subject.apply(read));
                    operations.add(read);
                }
            } catch (SubjectFailure | Stopped ending) {
                // What it said until then is what there is to judge.
            }
        }

        Optional<Rule> causeOf(Rule broken, Collection<Rule> others) {
            Leniency<S, O, R> judge = new Leniency<>(spec, broken);
            if (!judge.lenient() || allows(judge)) {
                return Optional.empty();
            }
            for (Rule other : others) {
                if (!other.equals(broken) && allows(new Leniency<>(spec, other))) {
                    return Optional.of(other);
                }
            }
            return Optional.ofNullable(judge.convicts()).filter(rule -> !rule.equals(broken) && others.contains(rule));
        }

        private boolean allows(Leniency<S, O, R> judge) {
            for (int i = 0; i < replies.size(); i++) {
                if (!judge.allows(operations.get(i), replies.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
