package dev.halflife.model.write.credits;

import org.jspecify.annotations.Nullable;

/** The strict contract: a call has one step, in which it does everything. That instant is its linearization point. */
record WholeCalls(long threshold) implements Algorithm {

    @Override
    public @Nullable Machine step(Machine machine, int caller) {
        if (!(machine.progress(caller) instanceof Progress.Invoked invoked)) {
            return null;
        }
        Pile pile = machine.pile;
        if (invoked.call() instanceof Call.RecordIds call) {
            Pile more = pile.plus(call.ids());
            if (call.ids().isEmpty() || more.credits() < threshold) {
                return machine.with(caller, Progress.NOTHING, more.credits(), more);
            }
            pile = more;
        }
        return machine.with(caller, Progress.returned(pile), 0, Pile.EMPTY);
    }

    @Override
    public Machine restored(Machine machine, Pile flush) {
        Pile more = machine.pile.plus(flush);
        return machine.with(more.credits(), more);
    }

    @Override
    public boolean isStrict() {
        return true;
    }
}
