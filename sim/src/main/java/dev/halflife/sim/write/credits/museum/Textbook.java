package dev.halflife.sim.write.credits.museum;

import dev.halflife.model.write.credits.Call;
import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.model.write.credits.CreditsReply;
import dev.halflife.model.write.credits.Flush;
import dev.halflife.sim.subject.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Importance credits as a textbook has them: a count and a map, and everything that a call does is done at one instant, as
 * under a lock. What defects are defective about; those that race take several instants.
 */
class Textbook implements Subject<CreditsOperation, CreditsReply>, CreditsOperation.Cases<CreditsReply> {

    private static final CreditsReply NOTHING = new CreditsReply.Returned(null);
    private static final CreditsReply RUNNING = new CreditsReply.Running();

    final long threshold;
    final Map<String, Long> pile = new LinkedHashMap<>();
    long count;
    private final Map<Integer, Turn> running = new TreeMap<>();
    private final Map<Long, Map<String, Long>> handedOut = new TreeMap<>();
    private long flushes;

    Textbook(CreditsConfig config) {
        threshold = config.threshold();
    }

    @Override
    public CreditsReply apply(CreditsOperation operation) {
        return operation.match(this);
    }

    /** What a record does (A2). Its first step is taken where it begins. */
    void plan(Turn turn, List<String> ids) {
        turn.ahead.add(Textbook::arrive);
        turn.ahead.add(() -> {
            add(ids);
            if (takes(ids)) {
                turn.taken = take();
            }
        });
    }

    /** What a drain does (A4). */
    void planDrain(Turn turn) {
        turn.ahead.add(Textbook::arrive);
        turn.ahead.add(() -> turn.taken = drained());
    }

    /** A call is there, and has done nothing yet. */
    static void arrive() {}

    void add(List<String> ids) {
        for (String id : ids) {
            pile.merge(id, 1L, Long::sum);
        }
        count += ids.size();
    }

    /** Whether a record that has added these takes the pile. */
    boolean takes(List<String> ids) {
        return !ids.isEmpty() && isFull();
    }

    boolean isFull() {
        return count >= threshold;
    }

    @Nullable
    Map<String, Long> drained() {
        return take();
    }

    /** Everything pending, which is then forgotten; null where there is nothing (A3). */
    @Nullable
    Map<String, Long> take() {
        Map<String, Long> all = new LinkedHashMap<>(pile);
        forget();
        return all.isEmpty() ? null : all;
    }

    void forget() {
        pile.clear();
        count = 0;
    }

    /** What comes back is pending again (F6). */
    void restore(Map<String, Long> flush) {
        flush.forEach((id, credits) -> pile.merge(id, credits, Long::sum));
        count += credits(flush);
    }

    static long credits(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    Flush tell(Map<String, Long> taken) {
        return new Flush.Counts(taken);
    }

    /** How many calls are on their way. */
    final int others() {
        return running.size();
    }

    @Override
    public CreditsReply record(CreditsOperation.RecordIds record) {
        return whole(new Call.RecordIds(record.ids()));
    }

    @Override
    public CreditsReply drain(CreditsOperation.Drain drain) {
        return whole(new Call.Drain());
    }

    @Override
    public CreditsReply restore(CreditsOperation.Restore restore) {
        Map<String, Long> flush = handedOut.remove(restore.flush());
        if (flush == null) {
            throw new IllegalStateException("a refused operation was applied: " + restore);
        }
        restore(flush);
        return new CreditsReply.Restored();
    }

    @Override
    public CreditsReply pending(CreditsOperation.Pending pending) {
        return new CreditsReply.Counted(count, credits(pile));
    }

    @Override
    public CreditsReply begin(CreditsOperation.Begin begin) {
        Turn turn = begun(begin.call());
        turn.step();
        running.put(begin.caller(), turn);
        return RUNNING;
    }

    @Override
    public CreditsReply step(CreditsOperation.Step step) {
        Turn turn = turn(step.caller());
        turn.step();
        return turn.ahead.isEmpty() ? returned(step.caller()) : RUNNING;
    }

    @Override
    public CreditsReply finish(CreditsOperation.Finish finish) {
        run(turn(finish.caller()));
        return returned(finish.caller());
    }

    private Turn begun(Call call) {
        Turn turn = new Turn();
        if (call instanceof Call.RecordIds record) {
            plan(turn, record.ids());
        } else {
            planDrain(turn);
        }
        return turn;
    }

    private Turn turn(int caller) {
        Turn turn = running.get(caller);
        if (turn == null) {
            throw new IllegalStateException("a refused operation was applied: caller " + caller + " runs no call");
        }
        return turn;
    }

    private CreditsReply returned(int caller) {
        Turn turn = turn(caller);
        running.remove(caller);
        return told(turn);
    }

    private CreditsReply whole(Call call) {
        Turn turn = begun(call);
        run(turn);
        return told(turn);
    }

    private static void run(Turn turn) {
        boolean goesOn = true;
        while (goesOn) {
            goesOn = turn.step();
        }
    }

    private CreditsReply told(Turn turn) {
        Map<String, Long> taken = turn.taken;
        if (taken == null) {
            return NOTHING;
        }
        handedOut.put(++flushes, taken);
        return new CreditsReply.Returned(tell(taken));
    }
}
