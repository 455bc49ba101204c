package dev.halflife.sim.run;

import dev.halflife.model.Operation;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import dev.halflife.model.Violation;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.subject.Misforeseen;
import dev.halflife.sim.subject.Stopped;
import dev.halflife.sim.subject.Subject;
import dev.halflife.sim.subject.SubjectFailure;
import dev.halflife.sim.subject.SubjectRule;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A subject and the state its specification is in, side by side, one operation at a time. Ends with the first violation.
 * Not thread-safe.
 */
public final class Run<C, S, O extends Operation<O>, R> implements AutoCloseable {

    private final C config;
    private final Spec<S, O, R> spec;
    private final Subject<O, R> subject;
    private final Component<C, S, O, R> component;
    private final Codec<C, O, R> codec;
    private final Digest digest;
    private final boolean ahead;
    private final Transcript<O, R> transcript = new Transcript<>();
    private S state;
    private @Nullable Lookout<C, S, O, R> lookout;
    private long steps;
    private long exercised;
    private long met;
    private @Nullable R reply;
    private @Nullable Violation violation;
    private @Nullable String undecided;
    private boolean stopped;

    /** A run of a fresh subject, its events taken into {@code digest}; {@code ahead} lets it foresee. */
    Run(
            C config,
            Spec<S, O, R> spec,
            Subject<O, R> subject,
            Component<C, S, O, R> component,
            Digest digest,
            boolean ahead) {
        this.config = config;
        this.spec = spec;
        this.subject = subject;
        this.component = component;
        this.codec = component.codec();
        this.digest = digest;
        this.ahead = ahead;
        this.state = spec.initial();
    }

    /** From now on looks out for situations. */
    public void lookOut(Lookout<C, S, O, R> from) {
        lookout = from;
    }

    /** Tells the subject what will be applied next, as far as the specification can predict it. */
    public void foresee(List<O> operations) {
        foresee(
                () -> {
                    Iterator<O> next = operations.iterator();
                    return state -> next.next();
                },
                operations.size());
    }

    /**
     * Tells the subject what will be applied next, as far as the specification can predict it.
     *
     * @param script where so many operations come from; another than the one they will be taken from, as it is used up
     */
    public void foresee(Supplier<Workload.Script<S, O>> script, int length) {
        if (ahead) {
            subject.foresee(() -> predicted(script.get(), length));
        }
    }

    private List<O> predicted(Workload.Script<S, O> script, int length) {
        List<O> operations = new ArrayList<>(length);
        S at = state;
        for (int i = 0; i < length; i++) {
            O operation = script.next(at);
            if (spec.refusal(at, operation).isEmpty()) {
                operations.add(operation);
                if (!(spec.judge(at, operation, spec.predict(at, operation)) instanceof Step.Accepted<S> accepted)) {
                    break;
                }
                at = accepted.state();
            }
        }
        return operations;
    }

    /**
     * Brings the subject to where it was in an earlier run. One that is sure to reply as it did then is not judged again.
     *
     * @param operations those of that run
     * @param reached the state it had come to
     * @return whether the run may go on
     */
    public boolean bring(List<O> operations, S reached) {
        if (subject.repeatable()) {
            operations.forEach(operation -> transcript.add(operation, subject.apply(operation)));
            state = reached;
            return true;
        }
        for (O operation : operations) {
            if (accepts(operation) && !apply(operation)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the operation makes sense now; one that does not is left out of a schedule. */
    public boolean accepts(O operation) {
        return spec.refusal(state, operation).isEmpty();
    }

    /**
     * Applies an operation and judges the reply.
     *
     * @return whether the run may go on
     */
    public boolean apply(O operation) {
        R seen;
        try {
            seen = subject.apply(operation);
        } catch (Misforeseen e) {
            throw e;
        } catch (Stopped e) {
            undecided = e.getMessage();
            stopped = true;
            return false;
        } catch (SubjectFailure e) {
            violation = new Violation(e.rule(), "a reply", String.valueOf(e.getMessage()));
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            violation = new Violation(SubjectRule.ANSWERS, "a reply", e.toString());
            return false;
        }
        reply = seen;
        steps++;
        transcript.add(operation, seen);
        codec.writeOperation(operation, digest);
        codec.writeReply(seen, digest);
        Step<S> step = spec.judge(state, operation, seen);
        if (step instanceof Step.Accepted<S> accepted) {
            if (lookout != null) {
                met |= lookout.met(~met, config, state, operation, seen, accepted.state());
            }
            state = accepted.state();
            exercised |= accepted.exercised();
            return true;
        }
        if (step instanceof Step.Rejected<S> rejected) {
            violation = transcript.blame(spec, rejected.violation());
        } else if (step instanceof Step.Undecided<S> open) {
            undecided = open.why();
        }
        return false;
    }

    /**
     * Reads everything, as the component's audit does, until a rule is broken.
     *
     * @param operations what was done so far; what is read is added to it
     */
    public void audit(List<O> operations) {
        long at =
                operations.isEmpty() ? 0 : operations.get(operations.size() - 1).atNanos();
        List<O> reads = component.audit(config, state, at);
        foresee(reads);
        for (O read : reads) {
            operations.add(read);
            if (!apply(read)) {
                return;
            }
        }
    }

    /** The situations met since it {@link #lookOut looks out}, as a set of bits in their order. */
    public long met() {
        return met;
    }

    /** The specification's state after the last accepted operation. */
    public S state() {
        return state;
    }

    /** How many operations were judged. */
    public long steps() {
        return steps;
    }

    /** The rules put to the test, as a set of bits. */
    public long exercised() {
        return exercised;
    }

    /** The last reply, or null where the subject has given none. */
    public @Nullable R reply() {
        return reply;
    }

    /** Every reply, in order. */
    List<R> replies() {
        return transcript.replies();
    }

    /** The broken rule, or null. */
    public @Nullable Violation violation() {
        return violation;
    }

    /** The trace of a subject that has failed and may not do so again, up to there; empty for any other. */
    String trace(Trial<C, S, O, R> trial) {
        return subject.repeatable() || violation == null ? "" : transcript.trace(trial, config, violation);
    }

    /** Why the run cannot be judged any further, or null. */
    public @Nullable String undecided() {
        return undecided;
    }

    /** Whether somebody ended it while the subject was being asked: it is no result then. */
    public boolean stopped() {
        return stopped;
    }

    @Override
    public void close() {
        subject.close();
    }
}
