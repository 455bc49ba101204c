package dev.halflife.model.write.credits;

/** The reply of one machine, if no call moves but the one concerned, and that only when it must. */
record Prediction(Algorithm algorithm, Machine machine) implements CreditsOperation.Cases<CreditsReply> {

    @Override
    public CreditsReply record(CreditsOperation.RecordIds record) {
        return returned(machine.with(0, new Progress.Invoked(new Call.RecordIds(record.ids()))), 0);
    }

    @Override
    public CreditsReply drain(CreditsOperation.Drain drain) {
        return returned(machine.with(0, new Progress.Invoked(new Call.Drain())), 0);
    }

    @Override
    public CreditsReply restore(CreditsOperation.Restore restore) {
        return new CreditsReply.Restored();
    }

    @Override
    public CreditsReply pending(CreditsOperation.Pending pending) {
        return new CreditsReply.Counted(machine.count, machine.pile.credits());
    }

    @Override
    public CreditsReply begin(CreditsOperation.Begin begin) {
        return new CreditsReply.Running();
    }

    @Override
    public CreditsReply step(CreditsOperation.Step step) {
        return returned(machine, step.caller());
    }

    @Override
    public CreditsReply finish(CreditsOperation.Finish finish) {
        return returned(machine, finish.caller());
    }

    private CreditsReply returned(Machine begun, int caller) {
        Pile taken = algorithm.run(begun, caller).taken(caller);
        return new CreditsReply.Returned(taken == null ? null : new Flush.Counts(taken.counts()));
    }
}
