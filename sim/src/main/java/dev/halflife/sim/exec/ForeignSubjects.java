package dev.halflife.sim.exec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Substitute;
import dev.halflife.sim.component.TraceHeader;
import dev.halflife.sim.run.Hunting;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Subjects;
import dev.halflife.sim.subject.Misforeseen;
import dev.halflife.sim.subject.Stopped;
import dev.halflife.sim.subject.SubjectFailure;
import dev.halflife.sim.subject.SubjectRule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The processes of one command. Each serves one schedule at a time, and many in turn where it can; where it cannot, the
 * next one is started while the last still works. {@link #close} ends them all. Thread-safe.
 */
public final class ForeignSubjects implements Hunting, AutoCloseable {

    /** With so many strikes against it within one engine nothing more is expected of a subject. */
    private static final int MOST_STRIKES = 100;

    /** To wait for one that hangs takes so long that three times are enough, and once for one that never says a word. */
    private static final int TIMEOUT_STRIKES = 34;

    /** One that fails at once will do so again. */
    private static final int MUTE_STRIKES = 10;

    /** How many processes may be on their way to their end. */
    private static final int MOST_LEAVING = 8;

    private static final int PAUSES = 20;
    private static final long PAUSE_NANOS = 10_000_000;

    private final Command command;
    private final Limits limits;
    private final LongSupplier nanos;
    private final Parallel.Stop ended;
    private final Deque<Conversation> idle = new ArrayDeque<>();
    private final Deque<Conversation> leaving = new ArrayDeque<>();
    private final Set<ForeignProcess> living = new LinkedHashSet<>();
    private final Set<String> notices = new LinkedHashSet<>();
    private volatile Parallel.Stop stop;
    private volatile boolean hung;
    private volatile boolean hunting;
    private volatile boolean givenUp;
    private final Map<Thread, SubjectFailure> unplaced = new ConcurrentHashMap<>();
    private @Nullable SubjectFailure firstUnrepeated;
    private int unrepeated;
    private boolean closed;
    private boolean ignoresEnd;
    private int strikes;
    private int failures;
    private long longestStartNanos;

    /**
     * The processes of this command, none of them started.
     *
     * @param nanos a monotonic clock, in nanoseconds, that time limits go by; any thread may ask it
     * @param ended whether the run is to end, so that no process is waited for any more; any thread may ask it
     */
    public ForeignSubjects(Command command, Limits limits, LongSupplier nanos, Parallel.Stop ended) {
        this.command = command;
        this.limits = limits;
        this.nanos = nanos;
        this.ended = ended;
        this.stop = ended;
    }

    /** The component with this command for a subject, which is told of the contract in its header. */
    public <C, S, O extends Operation<O>, R> Component<C, S, O, R> in(
            Component<C, S, O, R> component, Contract contract) {
        Codec<C, O, R> codec = component.codec();
        return new Substitute<>(component, config -> {
            ObjectNode header = TraceHeader.of(component, config, contract);
            return new ForeignSubject<>(this, codec, header.put(Conversation.RESET, true));
        });
    }

    /**
     * Runs an engine that tries many schedules. It is stopped, and what it has found is kept, once the subject has hung or
     * failed so often that the rest would say nothing new.
     */
    @Override
    public <T> T hunt(Parallel.Stop until, Function<Parallel.Stop, T> engine) {
        synchronized (this) {
            strikes = 0;
            failures = 0;
            givenUp = false;
            hung = false;
            hunting = true;
        }
        try {
            return shrink(until, () -> engine.apply(this::isOver));
        } finally {
            hunting = false;
        }
    }

    @Override
    public <T> T shrink(Parallel.Stop until, Supplier<T> shrinker) {
        stop = until;
        try {
            return shrinker.get();
        } finally {
            stop = ended;
        }
    }

    /**
     * What is to be said of the subject besides its replies: that it does not end when its input does, or has failed where
     * no schedule shows it.
     */
    public synchronized List<String> notices() {
        List<String> all = new ArrayList<>(notices);
        if (firstUnrepeated != null) {
            all.add(Subjects.EXEC + command.text() + " has failed " + (unrepeated == 1 ? "once" : unrepeated + " times")
                    + " with several requests open, and not when the same were asked one at a time ("
                    + firstUnrepeated.rule().id() + "): " + firstUnrepeated.getMessage());
        }
        return all;
    }

    /** Whether nothing is to be asked, and no reply awaited, any more. */
    boolean isOver() {
        return (hunting && givenUp) || stop.requested();
    }

    /** Whether the subject has hung. */
    boolean hasHung() {
        return hung;
    }

    /** How long it may take for one reply. */
    long replyNanos() {
        return limits.replyNanos();
    }

    /** How long it may take to start besides. */
    synchronized long startNanos() {
        return limits.startNanos(longestStartNanos);
    }

    /** It has said its first line so long after its start. */
    synchronized void started(long nanosAfter) {
        longestStartNanos = Math.max(longestStartNanos, Math.max(1, nanosAfter));
    }

    /** A process that waits for a header; null where none is worth starting any more. */
    @Nullable
    Conversation take() {
        if (isOver()) {
            return null;
        }
        synchronized (this) {
            Conversation free = idle.poll();
            if (free != null) {
                return free;
            }
        }
        return start();
    }

    private synchronized Conversation start() {
        // Under the lock, so that nothing is started behind the back of the one who ends them all.
        if (closed) {
            throw new Stopped();
        }
        ForeignProcess process = ForeignProcess.start(command, limits, nanos);
        living.add(process);
        return new Conversation(process, this);
    }

    /** What to throw for a failure: that itself, unless it is not the subject's, or not that of this one request. */
    RuntimeException judged(SubjectFailure failure, Conversation conversation) {
        if (failure.rule() == SubjectRule.CRASH
                && ExitStatus.isAsked(conversation.process().status())) {
            // A signal reaches the subject as it reaches this process, where it may be noticed a little later.
            for (int i = 0; i < PAUSES && !isOver(); i++) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        if (isOver()) {
            return new Stopped();
        }
        boolean timedOut = failure.rule() == SubjectRule.TIMEOUT;
        if (conversation.isAmbiguous(failure.rule())) {
            // The schedule is run again, on this thread; if that goes well, only this tells of the failure.
            unplaced.put(Thread.currentThread(), failure);
            return new Misforeseen();
        }
        unplaced.remove(Thread.currentThread());
        synchronized (this) {
            hung |= timedOut;
            strikes += timedOut && longestStartNanos == 0
                    ? MOST_STRIKES
                    : timedOut ? TIMEOUT_STRIKES : conversation.isMute() ? MUTE_STRIKES : 1;
            failures++;
            if (hunting && !givenUp && strikes >= MOST_STRIKES) {
                givenUp = true;
                notices.add(Subjects.EXEC + command.text() + " has failed "
                        + (failures == 1 ? "once" : failures + " times")
                        + ", and was not tried any further; what was found is kept");
            }
        }
        return failure;
    }

    /** A schedule is over. */
    void giveBack(Conversation conversation) {
        boolean over = isOver();
        SubjectFailure before = conversation.failed() && !over ? null : unplaced.remove(Thread.currentThread());
        if (before != null && !over) {
            synchronized (this) {
                firstUnrepeated = firstUnrepeated == null ? before : firstUnrepeated;
                unrepeated++;
            }
        }
        if (conversation.canGoOn()) {
            synchronized (this) {
                if (!closed) {
                    idle.add(conversation);
                    return;
                }
            }
        }
        if (conversation.failed()) {
            end(conversation.process());
            return;
        }
        String unasked = conversation.unasked();
        if (!unasked.isEmpty()) {
            notice(Subjects.EXEC + command.text() + " says what it was not asked: " + unasked);
        }
        conversation.process().endInput();
        Conversation oldest;
        boolean startNext;
        synchronized (this) {
            leaving.add(conversation);
            oldest = leaving.size() > MOST_LEAVING && !isOver() ? leaving.remove() : null;
            startNext = !closed && !isOver() && idle.isEmpty();
        }
        if (oldest != null) {
            seeOff(oldest);
        }
        if (startNext) {
            // It gets ready while the results of the last are looked at.
            synchronized (this) {
                if (!closed) {
                    idle.add(start());
                }
            }
        }
    }

    /** Waits for a process that was told to end. */
    private void seeOff(Conversation conversation) {
        ForeignProcess process = conversation.process();
        boolean waits;
        synchronized (this) {
            waits = !ignoresEnd;
        }
        if (process.hasEnded() || (waits && process.ended())) {
            int status = process.status();
            if (status != 0 && conversation.hasBegun()) {
                notice(Subjects.EXEC + command.text() + " " + ExitStatus.text(status)
                        + " when its input ended; status 0 was expected");
            }
        } else {
            synchronized (this) {
                ignoresEnd = true;
            }
            notice(Subjects.EXEC + command.text() + " goes on when its input ends: it was ended by force");
        }
        end(process);
    }

    private void end(ForeignProcess process) {
        boolean gone = process.end();
        synchronized (this) {
            living.remove(process);
        }
        if (!gone) {
            notice(Subjects.EXEC + command.text() + " goes on after it was ended by force");
        }
    }

    private synchronized void notice(String sentence) {
        notices.add(sentence);
    }

    /** Has every process end at once; for when this one is being ended. */
    public synchronized void kill() {
        closed = true;
        living.forEach(ForeignProcess::kill);
    }

    /**
     * Ends the input of every process, gives them the grace to end, and ends by force those that do not. Where the run is
     * to end at once, all are ended by force, and nothing is said of that.
     */
    @Override
    public void close() {
        List<Conversation> last;
        boolean atOnce = ended.requested();
        synchronized (this) {
            closed = true;
            idle.forEach(conversation -> conversation.process().endInput());
            leaving.addAll(idle);
            idle.clear();
            last = List.copyOf(leaving);
            leaving.clear();
        }
        if (atOnce) {
            kill();
        } else {
            last.forEach(this::seeOff);
        }
        List<ForeignProcess> rest;
        synchronized (this) {
            rest = List.copyOf(living);
        }
        rest.forEach(this::end);
    }
}
