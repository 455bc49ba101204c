package dev.halflife.model.write.credits;

import org.jspecify.annotations.Nullable;

/**
 * The published contract: record adds to the count, adds to the pile, claims the pile by compare-and-set, takes it; drain
 * resets the count, takes the pile. To compare the count that was seen with the threshold concerns nobody else, so it is
 * no step of its own.
 */
record PublishedSteps(long threshold) implements Algorithm {

    @Override
    public @Nullable Machine step(Machine machine, int caller) {
        Progress progress = machine.progress(caller);
        if (progress instanceof Progress.Invoked invoked) {
            return invoked.call() instanceof Call.RecordIds call
                    ? count(machine, caller, call)
                    : machine.with(caller, Progress.TAKING, 0, machine.pile);
        }
        if (progress instanceof Progress.Counted counted) {
            Pile more = machine.pile.plus(counted.call().ids());
            boolean below = counted.seen() == Machine.BELOW;
            return machine.with(
                    caller, below ? Progress.NOTHING : new Progress.Claiming(counted.seen()), machine.count, more);
        }
        if (progress instanceof Progress.Claiming claiming) {
            return claiming.seen() == machine.count
                    ? machine.with(caller, Progress.TAKING, 0, machine.pile)
                    : machine.with(caller, Progress.NOTHING);
        }
        return progress instanceof Progress.Taking
                ? machine.with(caller, Progress.returned(machine.pile), machine.count, Pile.EMPTY)
                : null;
    }

    private Machine count(Machine machine, int caller, Call.RecordIds call) {
        long count = machine.count + call.ids().size();
        Progress counted = new Progress.Counted(call, count < threshold ? Machine.BELOW : count);
        return machine.with(caller, counted, count, machine.pile);
    }

    /** Nothing takes a flush back: what fails in storage is lost. */
    @Override
    public Machine restored(Machine machine, Pile flush) {
        return machine;
    }

    @Override
    public boolean isAtomic() {
        return false;
    }

    @Override
    public boolean tellsCounts() {
        return false;
    }
}
