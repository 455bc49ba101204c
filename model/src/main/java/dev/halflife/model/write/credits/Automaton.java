package dev.halflife.model.write.credits;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows every machine that may be inside a subject, as far as its replies leave that open.
 *
 * <p>Strict calls may take their one step at any time while they run, so that threads can be judged, too. Of two such
 * machines of which one may become the other by itself, only the former is kept. Costs one run of a call where no other is
 * running; else all orders of the running calls' steps.
 *
 * <p>Published calls have so many orders that a judge cannot follow them all through a long overlap. They are first taken
 * to run only while their caller is told to, by its begin, its steps and its finish, as the published port does; a reply
 * that cannot be explained so is then explained by any order of the steps still open.
 */
final class Automaton {

    /** How many machines are followed. Three published calls from one machine make some hundreds. */
    static final int MOST_MACHINES = 1 << 14;

    private static final int NOBODY = -1;
    private static final Optional<List<Machine>> NONE = Optional.of(List.of());

    final Algorithm algorithm;

    Automaton(Algorithm algorithm) {
        this.algorithm = algorithm;
    }

    /**
     * The machines that an operation and its reply may lead to; none where no machine explains the reply.
     *
     * @param comesBack what a restore gives back
     * @return empty where there are too many to follow
     */
    Optional<List<Machine>> after(
            List<Machine> from, CreditsOperation operation, CreditsReply reply, @Nullable Pile comesBack) {
        Optional<List<Machine>> explained =
                operation.match(new Explanation(algorithm.isAtomic(), from, reply, comesBack));
        boolean mayBeOtherwise = !algorithm.isAtomic()
                && explained.isPresent()
                && explained.get().isEmpty();
        return mayBeOtherwise ? operation.match(new Explanation(true, from, reply, comesBack)) : explained;
    }

    /** What the caller may return with; a null stands for nothing. */
    Set<@Nullable Pile> results(List<Machine> from, int caller) {
        Set<@Nullable Pile> results = new LinkedHashSet<>();
        if (!algorithm.isAtomic()) {
            for (Machine machine : from) {
                results.add(algorithm.run(machine, caller).taken(caller));
            }
            return results;
        }
        List<Machine> reached = reached(from, caller);
        for (Machine machine : reached == null ? from : reached) {
            if (machine.progress(caller) instanceof Progress.Returned) {
                results.add(machine.taken(caller));
            }
        }
        return results;
    }

    /** Every machine that these may become until the caller has returned. */
    private @Nullable List<Machine> reached(List<Machine> from, int caller) {
        List<Machine> reached = new ArrayList<>(from);
        Set<Machine> known = new HashSet<>(from);
        for (int i = 0; i < reached.size(); i++) {
            Machine machine = reached.get(i);
            if (caller != NOBODY && machine.progress(caller) instanceof Progress.Returned) {
                continue;
            }
            for (int moves = 0; moves < Machine.CALLERS; moves++) {
                Machine next = machine.isRunning(moves) ? algorithm.step(machine, moves) : null;
                if (next != null && known.add(next)) {
                    reached.add(next);
                    if (reached.size() > MOST_MACHINES) {
                        return null;
                    }
                }
            }
        }
        return reached;
    }

    /** Those that no other of them becomes by one step at any time; the others need not be followed. */
    private List<Machine> earliest(Set<Machine> machines) {
        if (machines.size() < 2 || !algorithm.isAtomic()) {
            return List.copyOf(machines);
        }
        Set<Machine> later = new HashSet<>();
        for (Machine machine : machines) {
            for (int moves = 1; moves < Machine.CALLERS; moves++) {
                Machine next = machine.isRunning(moves) ? algorithm.step(machine, moves) : null;
                if (next != null) {
                    later.add(next);
                }
            }
        }
        List<Machine> earliest = new ArrayList<>(machines.size());
        for (Machine machine : machines) {
            if (!later.contains(machine)) {
                earliest.add(machine);
            }
        }
        return earliest;
    }

    static List<Machine> invoked(List<Machine> from, int caller, Call call) {
        Progress invoked = new Progress.Invoked(call);
        List<Machine> machines = new ArrayList<>(from.size());
        for (Machine machine : from) {
            machines.add(machine.with(caller, invoked));
        }
        return machines;
    }

    /** What a reply leaves possible. */
    private final class Explanation implements CreditsOperation.Cases<Optional<List<Machine>>> {

        private final boolean atAnyTime;
        private final List<Machine> from;
        private final CreditsReply reply;
        private final @Nullable Pile comesBack;

        Explanation(boolean atAnyTime, List<Machine> from, CreditsReply reply, @Nullable Pile comesBack) {
            this.atAnyTime = atAnyTime;
            this.from = from;
            this.reply = reply;
            this.comesBack = comesBack;
        }

        @Override
        public Optional<List<Machine>> record(CreditsOperation.RecordIds record) {
            return returned(invoked(from, 0, new Call.RecordIds(record.ids())), 0);
        }

        @Override
        public Optional<List<Machine>> drain(CreditsOperation.Drain drain) {
            return returned(invoked(from, 0, new Call.Drain()), 0);
        }

        @Override
        public Optional<List<Machine>> restore(CreditsOperation.Restore restore) {
            if (!(reply instanceof CreditsReply.Restored) || comesBack == null) {
                return NONE;
            }
            List<Machine> reached = atAnyTime ? reached(from, NOBODY) : from;
            if (reached == null) {
                return Optional.empty();
            }
            Set<Machine> restored = new LinkedHashSet<>();
            for (Machine machine : reached) {
                restored.add(algorithm.restored(machine, comesBack));
            }
            return Optional.of(earliest(restored));
        }

        /** Only asked at rest, when there is no step to take. */
        @Override
        public Optional<List<Machine>> pending(CreditsOperation.Pending pending) {
            if (!(reply instanceof CreditsReply.Counted counted)) {
                return NONE;
            }
            List<Machine> such = new ArrayList<>(from.size());
            for (Machine machine : from) {
                if (machine.count == counted.count() && machine.pile.credits() == counted.pile()) {
                    such.add(machine);
                }
            }
            return Optional.of(such);
        }

        @Override
        public Optional<List<Machine>> begin(CreditsOperation.Begin begin) {
            return stepped(invoked(from, begin.caller(), begin.call()), begin.caller());
        }

        @Override
        public Optional<List<Machine>> step(CreditsOperation.Step step) {
            return stepped(from, step.caller());
        }

        @Override
        public Optional<List<Machine>> finish(CreditsOperation.Finish finish) {
            return returned(from, finish.caller());
        }

        private Optional<List<Machine>> stepped(List<Machine> machines, int caller) {
            if (!(reply instanceof CreditsReply.Running)) {
                return returned(machines, caller);
            }
            return atAnyTime ? Optional.of(machines) : goneOn(machines, caller);
        }

        /** After none, some or all of the caller's steps. */
        private Optional<List<Machine>> goneOn(List<Machine> machines, int caller) {
            Set<Machine> gone = new LinkedHashSet<>(machines);
            for (Machine machine : machines) {
                for (Machine next = machine; next != null; next = algorithm.step(next, caller)) {
                    gone.add(next);
                }
            }
            return gone.size() > MOST_MACHINES ? Optional.empty() : Optional.of(List.copyOf(gone));
        }

        private Optional<List<Machine>> returned(List<Machine> machines, int caller) {
            if (!(reply instanceof CreditsReply.Returned returned)) {
                return NONE;
            }
            Flush flush = returned.flush();
            Set<Machine> such = new LinkedHashSet<>();
            if (!atAnyTime || isAlone(machines.get(0), caller)) {
                for (Machine machine : machines) {
                    addIfSuch(algorithm.run(machine, caller), caller, flush, such);
                }
                return Optional.of(List.copyOf(such));
            }
            List<Machine> reached = reached(machines, caller);
            if (reached == null) {
                return Optional.empty();
            }
            for (Machine machine : reached) {
                addIfSuch(machine, caller, flush, such);
            }
            return Optional.of(earliest(such));
        }

        private void addIfSuch(Machine machine, int caller, @Nullable Flush flush, Set<Machine> such) {
            if (machine.progress(caller) instanceof Progress.Returned) {
                Pile taken = machine.taken(caller);
                boolean same = (flush == null || taken == null)
                        ? flush == null && taken == null
                        : flush.tells(taken, algorithm.tellsCounts());
                if (same) {
                    such.add(machine.with(caller, Progress.IDLE));
                }
            }
        }

        private boolean isAlone(Machine machine, int caller) {
            for (int other = 0; other < Machine.CALLERS; other++) {
                if (other != caller && machine.isRunning(other)) {
                    return false;
                }
            }
            return true;
        }
    }
}
