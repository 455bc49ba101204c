package dev.halflife.model.write.credits;

/** What everybody knows after a reply, whatever goes on inside: who is running which call, and what was handed out. */
record Bookkeeping(CreditsState state, CreditsReply reply) implements CreditsOperation.Cases<CreditsState> {

    @Override
    public CreditsState record(CreditsOperation.RecordIds record) {
        return handedOut(state);
    }

    @Override
    public CreditsState drain(CreditsOperation.Drain drain) {
        return handedOut(state);
    }

    @Override
    public CreditsState restore(CreditsOperation.Restore restore) {
        return state.takingBack(restore.flush());
    }

    @Override
    public CreditsState pending(CreditsOperation.Pending pending) {
        return state;
    }

    @Override
    public CreditsState begin(CreditsOperation.Begin begin) {
        return reply instanceof CreditsReply.Running ? state.calling(begin.caller(), begin.call()) : handedOut(state);
    }

    @Override
    public CreditsState step(CreditsOperation.Step step) {
        return reply instanceof CreditsReply.Running ? state : handedOut(state.calling(step.caller(), null));
    }

    @Override
    public CreditsState finish(CreditsOperation.Finish finish) {
        return handedOut(state.calling(finish.caller(), null));
    }

    private CreditsState handedOut(CreditsState next) {
        return reply instanceof CreditsReply.Returned returned && returned.flush() != null
                ? next.handingOut(returned.flush().atLeast())
                : next;
    }
}
