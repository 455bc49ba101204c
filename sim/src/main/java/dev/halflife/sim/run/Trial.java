package dev.halflife.sim.run;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.model.Rule;
import dev.halflife.model.Violation;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.schedule.Schedule;
import dev.halflife.sim.subject.Misforeseen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who is tried by what: a component's subject under a contract.
 *
 * @param component the component
 * @param subject the subject's name, as in {@link Subjects}
 * @param contract what it is held to
 */
public record Trial<C, S, O extends Operation<O>, R>(
        Component<C, S, O, R> component, String subject, Contract contract) {

    /** Whether both try the same component's same subject by the same contract. */
    public boolean sameAs(Trial<?, ?, ?, ?> other) {
        return component.name().equals(other.component().name())
                && subject.equals(other.subject())
                && contract.equals(other.contract());
    }

    /** A fresh subject and the initial state, one operation at a time. */
    public Run<C, S, O, R> start(C config, Digest digest) {
        return start(config, digest, false);
    }

    /**
     * A fresh subject and the initial state.
     *
     * @param ahead whether the subject is told what comes next, and may find itself {@link Misforeseen}
     */
    public Run<C, S, O, R> start(C config, Digest digest, boolean ahead) {
        return new Run<>(
                config,
                component.spec(config, contract),
                Subjects.fresh(component, subject, config),
                component,
                digest,
                ahead);
    }

    /** The rules it is judged by, in the order of the specification; configurations do not change them. */
    public List<Rule> rules() {
        C config = component.exploration().configs(1).get(0);
        return List.copyOf(component.spec(config, contract).rules());
    }

    /** What a schedule came to. */
    public sealed interface Verdict<C, O extends Operation<O>, R> {

        /** The replies, in order. */
        List<R> replies();

        /** No rule is broken. */
        record Holds<C, O extends Operation<O>, R>(List<R> replies, long digest) implements Verdict<C, O, R> {}

        /**
         * A rule is broken. {@code schedule} ends with the operation whose reply breaks it; {@code trace} is that of a
         * foreign subject that failed, up to there, and else empty.
         */
        record Violated<C, O extends Operation<O>, R>(
                Schedule<C, O> schedule, List<R> replies, Violation violation, long digest, String trace)
                implements Verdict<C, O, R> {}

        /** The rules leave more open than can be followed, or somebody ended the run. */
        record Undecided<C, O extends Operation<O>, R>(List<R> replies, String why) implements Verdict<C, O, R> {}

        /** The violation, if that is what it is. */
        default Optional<Violated<C, O, R>> violated() {
            return this instanceof Violated<C, O, R> violated ? Optional.of(violated) : Optional.empty();
        }
    }

    /** Runs a schedule. Operations that make no sense where they stand are left out. */
    public Verdict<C, O, R> judge(Schedule<C, O> schedule) {
        return Misforeseen.retried(ahead -> judge(schedule, ahead));
    }

    private Verdict<C, O, R> judge(Schedule<C, O> schedule, boolean ahead) {
        Digest digest = new Digest();
        try (Run<C, S, O, R> run = start(schedule.config(), digest, ahead)) {
            List<O> applied = new ArrayList<>(schedule.operations().size());
            apply(schedule.operations(), run, applied);
            String why = run.undecided();
            Violation violation = run.violation();
            if (violation != null) {
                return new Verdict.Violated<>(
                        schedule.with(applied), run.replies(), violation, digest.value(), run.trace(this));
            }
            return why == null
                    ? new Verdict.Holds<>(run.replies(), digest.value())
                    : new Verdict.Undecided<>(run.replies(), why);
        }
    }

    /** What an audit would read after a schedule; nothing where a rule is broken before its end. */
    public List<O> auditAfter(Schedule<C, O> schedule) {
        return Misforeseen.retried(ahead -> auditAfter(schedule, ahead));
    }

    private List<O> auditAfter(Schedule<C, O> schedule, boolean ahead) {
        try (Run<C, S, O, R> run = start(schedule.config(), new Digest(), ahead)) {
            List<O> applied = new ArrayList<>(schedule.operations().size());
            if (!apply(schedule.operations(), run, applied) || applied.isEmpty()) {
                return List.of();
            }
            return component.audit(
                    schedule.config(),
                    run.state(),
                    applied.get(applied.size() - 1).atNanos());
        }
    }

    private static <C, S, O extends Operation<O>, R> boolean apply(
            List<O> operations, Run<C, S, O, R> run, List<O> applied) {
        run.foresee(operations);
        for (O operation : operations) {
            if (run.accepts(operation)) {
                applied.add(operation);
                if (!run.apply(operation)) {
                    return false;
                }
            }
        }
        return true;
    }
}
