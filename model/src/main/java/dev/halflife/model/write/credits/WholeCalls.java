package dev.halflife.model.write.credits;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The strict contract: a call has one step, in which it does everything. That instant is its linearization point. What is
 * done in it are methods of their own, for lapses to do one of them wrongly.
 */
class WholeCalls implements Algorithm {

    final long threshold;

    WholeCalls(long threshold) {
        this.threshold = threshold;
    }

    /** The count and the pile, which only a lapse lets differ. */
    record Pending(long count, Pile pile) {

        static final Pending NOTHING = new Pending(0, Pile.EMPTY);

        Pending plus(Pile more) {
            return new Pending(count + more.credits(), pile.plus(more));
        }
    }

    @Override
    public final @Nullable Machine step(Machine machine, int caller) {
        if (!(machine.progress(caller) instanceof Progress.Invoked invoked)) {
            return null;
        }
        Pending pending = new Pending(machine.count, machine.pile);
        if (invoked.call() instanceof Call.RecordIds call) {
            Pending more = added(pending, call.ids());
            return takes(call.ids(), more)
                    ? taking(machine, caller, flushed(pending, more), afterFlush(pending, more))
                    : machine.with(caller, Progress.NOTHING, more.count(), more.pile());
        }
        return taking(machine, caller, drained(pending), afterDrain(pending));
    }

    private static Machine taking(Machine machine, int caller, Pile taken, Pending left) {
        return machine.with(caller, Progress.returned(taken), left.count(), left.pile());
    }

    Pending added(Pending pending, List<String> ids) {
        return new Pending(pending.count() + ids.size(), pending.pile().plus(ids));
    }

    boolean takes(List<String> ids, Pending more) {
        return !ids.isEmpty() && more.count() >= threshold;
    }

    Pile flushed(Pending before, Pending more) {
        return more.pile();
    }

    Pending afterFlush(Pending before, Pending more) {
        return Pending.NOTHING;
    }

    Pile drained(Pending pending) {
        return pending.pile();
    }

    Pending afterDrain(Pending pending) {
        return Pending.NOTHING;
    }

    Pending restored(Pending pending, Pile flush) {
        return pending.plus(flush);
    }

    @Override
    public final Machine restored(Machine machine, Pile flush) {
        Pending more = restored(new Pending(machine.count, machine.pile), flush);
        return machine.with(more.count(), more.pile());
    }

    @Override
    public final boolean isAtomic() {
        return true;
    }

    @Override
    public boolean tellsCounts() {
        return true;
    }
}
