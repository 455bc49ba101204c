package dev.halflife.sim.write.credits;

import dev.halflife.model.write.credits.Call;
import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.model.write.credits.CreditsReply;
import dev.halflife.model.write.credits.Flush;
import dev.halflife.sim.subject.Subject;
import java.util.List;

/** The published port as a subject: a begin and a step are one atomic step each. Restores are ignored: it has none. */
final class PublishedSubject implements Subject<CreditsOperation, CreditsReply>, CreditsOperation.Cases<CreditsReply> {

    private static final CreditsReply RUNNING = new CreditsReply.Running();
    private static final CreditsReply NOTHING = new CreditsReply.Returned(null);

    private final PublishedCredits credits;

    PublishedSubject(CreditsConfig config) {
        credits = new PublishedCredits(config.threshold(), 1 + config.callers());
    }

    @Override
    public CreditsReply apply(CreditsOperation operation) {
        return operation.match(this);
    }

    @Override
    public CreditsReply record(CreditsOperation.RecordIds record) {
        credits.begin(0, new Call.RecordIds(record.ids()));
        return finish(0);
    }

    @Override
    public CreditsReply drain(CreditsOperation.Drain drain) {
        credits.begin(0, new Call.Drain());
        return finish(0);
    }

    @Override
    public CreditsReply restore(CreditsOperation.Restore restore) {
        return new CreditsReply.Restored();
    }

    @Override
    public CreditsReply pending(CreditsOperation.Pending pending) {
        return new CreditsReply.Counted(credits.count(), credits.pile());
    }

    @Override
    public CreditsReply begin(CreditsOperation.Begin begin) {
        credits.begin(begin.caller(), begin.call());
        return RUNNING;
    }

    @Override
    public CreditsReply step(CreditsOperation.Step step) {
        List<String> taken = credits.step(step.caller());
        return credits.isRunning(step.caller()) ? RUNNING : returned(taken);
    }

    @Override
    public CreditsReply finish(CreditsOperation.Finish finish) {
        return finish(finish.caller());
    }

    private CreditsReply finish(int caller) {
        List<String> taken = List.of();
        while (credits.isRunning(caller)) {
            taken = credits.step(caller);
        }
        return returned(taken);
    }

    private static CreditsReply returned(List<String> taken) {
        return taken.isEmpty() ? NOTHING : new CreditsReply.Returned(new Flush.Ids(taken));
    }
}
