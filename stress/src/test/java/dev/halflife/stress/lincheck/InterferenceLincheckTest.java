package dev.halflife.stress.lincheck;

import dev.halflife.impl.write.Action;
import dev.halflife.impl.write.Backlog;
import dev.halflife.impl.write.Feedback;
import dev.halflife.impl.write.FeedbackResult;
import dev.halflife.impl.write.InterferenceTracker;
import dev.halflife.model.Contract;
import dev.halflife.model.write.interference.InterferenceConfig;
import dev.halflife.model.write.interference.InterferenceOperation;
import dev.halflife.model.write.interference.InterferenceReply;
import dev.halflife.model.write.interference.InterferenceSpec;
import dev.halflife.model.write.interference.InterferenceState;
import dev.halflife.stress.linear.Call;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jetbrains.lincheck.datastructures.BooleanGen;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/** Scores are conserved and at most one request is pending, whatever the interleaving (I1 to I5, F9). */
class InterferenceLincheckTest {

    private static final long LEASE_NANOS = 12;
    private static final long COOLDOWN_NANOS = 5;
    private static final float THRESHOLD = 2;
    static final LincheckCase CASE = new LincheckCase(
            "interference-tracker",
            Strict.class,
            new Scenario("", "accumulate(0,1,2)", "accumulate(0,2,2)", "backlog(0)"),
            new Scenario("accumulate(0,1,2)", "feedback(6,true)", "accumulate(6,1,1)", "backlog(6)"),
            new Scenario("accumulate(0,1,2)", "feedback(6,true)", "feedback(6,true)", "backlog(6)"),
            new Scenario("accumulate(0,1,2) accumulate(1,2,1)", "feedback(6,true)", "backlog(6) backlog(6)", ""));

    @Test
    void i5_scoresAreConservedAndOneRequestIsPending() {
        CASE.holds(Reference.class);
    }

    @Test
    void i5_scoresUnderOneLockAndTheRequestUnderAnotherAreConvicted() {
        CASE.convicts(TwoLocks.class);
    }

    /** What is called, at times within and past the cooldown and the lease; a score of 2 triggers alone. */
    @Param(name = "at", gen = IntGen.class, conf = "0:20")
    public abstract static class Calls {

        @Operation
        public abstract Action accumulate(
                @Param(name = "at") int at,
                @Param(gen = IntGen.class, conf = "1:2") int namespace,
                @Param(gen = IntGen.class, conf = "1:2") int score);

        @Operation
        public abstract FeedbackResult feedback(
                @Param(name = "at") int at, @Param(gen = BooleanGen.class) boolean progress);

        @Operation
        public abstract Backlog backlog(@Param(name = "at") int at);
    }

    /** What it means. */
    static final class Strict extends Model {

        Strict() {
            super(new InterferenceSpec(new InterferenceConfig(LEASE_NANOS), Contract.strict()));
        }

        Call<InterferenceState, InterferenceOperation, InterferenceReply> accumulate(
                int at, int namespace, int score, Action action) {
            return Call.of(
                    new InterferenceOperation.Accumulate(at, "n" + namespace, score, THRESHOLD, COOLDOWN_NANOS),
                    told(action));
        }

        Call<InterferenceState, InterferenceOperation, InterferenceReply> feedback(
                int at, boolean progress, FeedbackResult result) {
            return Call.of(
                    new InterferenceOperation.Feedback(
                            at,
                            progress
                                    ? InterferenceOperation.Outcome.PROGRESS
                                    : InterferenceOperation.Outcome.NO_PROGRESS),
                    new InterferenceReply.Answered(
                            InterferenceReply.Taken.valueOf(result.outcome().name()),
                            result.reduced(),
                            result.remaining()));
        }

        Call<InterferenceState, InterferenceOperation, InterferenceReply> backlog(int at, Backlog backlog) {
            List<InterferenceReply.Score> scores = backlog.scores().entrySet().stream()
                    .map(entry -> new InterferenceReply.Score(entry.getKey(), entry.getValue()))
                    .toList();
            return Call.of(
                    new InterferenceOperation.Backlog(at),
                    new InterferenceReply.Backlog(scores, backlog.awaitingFeedback()));
        }

        private static InterferenceReply told(Action action) {
            if (action instanceof Action.Suppressed suppressed) {
                return new InterferenceReply.Suppressed(
                        InterferenceReply.Reason.valueOf(suppressed.reason().name()), suppressed.total());
            }
            return action instanceof Action.Triggered triggered
                    ? new InterferenceReply.Triggered(triggered.namespaces(), triggered.total())
                    : new InterferenceReply.Nothing();
        }
    }

    /** As shipped. */
    public static final class Reference extends Calls {

        private final InterferenceTracker tracker = new InterferenceTracker(LEASE_NANOS);

        @Override
        public Action accumulate(int at, int namespace, int score) {
            return tracker.accumulate(score, "n" + namespace, THRESHOLD, COOLDOWN_NANOS, at);
        }

        @Override
        public FeedbackResult feedback(int at, boolean progress) {
            return tracker.feedback(progress ? Feedback.PROGRESS : Feedback.NO_PROGRESS, at);
        }

        @Override
        public Backlog backlog(int at) {
            return tracker.backlog(at);
        }
    }

    /** What is seen under the lock of the scores is decided upon after it was let go. */
    public static final class TwoLocks extends Calls {

        private final Object requestLock = new Object();
        private final Map<String, Float> scores = new TreeMap<>(); // guarded by itself
        private Map<String, Float> remembered = Map.of();
        private boolean pending;
        private long triggeredNanos = -1000;

        @Override
        public Action accumulate(int at, int namespace, int score) {
            Map<String, Float> seen;
            synchronized (scores) {
                scores.merge("n" + namespace, (float) score, Float::sum);
                seen = new TreeMap<>(scores);
            }
            float total = total(seen);
            synchronized (requestLock) {
                if (total < THRESHOLD) {
                    return new Action.None();
                }
                if (isPending(at)) {
                    return new Action.Suppressed(Action.Reason.AWAITING_FEEDBACK, total);
                }
                pending = false;
                if (at - triggeredNanos < COOLDOWN_NANOS) {
                    return new Action.Suppressed(Action.Reason.COOLDOWN, total);
                }
                pending = true;
                triggeredNanos = Math.max(triggeredNanos, at);
                remembered = seen;
                return new Action.Triggered(List.copyOf(seen.keySet()), total);
            }
        }

        @Override
        public FeedbackResult feedback(int at, boolean progress) {
            FeedbackResult.Outcome outcome = FeedbackResult.Outcome.NO_PENDING_TRIGGER;
            Map<String, Float> resolved = Map.of();
            synchronized (requestLock) {
                if (isPending(at)) {
                    outcome = progress ? FeedbackResult.Outcome.PROGRESS : FeedbackResult.Outcome.NO_PROGRESS;
                    resolved = progress ? remembered : resolved;
                }
                pending = false;
            }
            synchronized (scores) {
                for (Map.Entry<String, Float> entry : resolved.entrySet()) {
                    float left = scores.getOrDefault(entry.getKey(), 0f) - entry.getValue();
                    scores.put(entry.getKey(), left);
                }
                scores.values().removeIf(score -> score <= 0);
                return new FeedbackResult(outcome, total(resolved), total(scores));
            }
        }

        @Override
        public Backlog backlog(int at) {
            boolean waits;
            synchronized (requestLock) {
                waits = isPending(at);
            }
            synchronized (scores) {
                return new Backlog(scores, waits);
            }
        }

        private boolean isPending(int at) {
            return pending && at - triggeredNanos <= LEASE_NANOS;
        }

        private static float total(Map<String, Float> scores) {
            float total = 0;
            for (float score : scores.values()) {
                total += score;
            }
            return total;
        }
    }
}
