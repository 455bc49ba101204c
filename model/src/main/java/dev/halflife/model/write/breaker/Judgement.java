package dev.halflife.model.write.breaker;

import dev.halflife.model.Step;
import dev.halflife.model.Violation;
import java.math.BigDecimal;

/** Judges one reply to one operation in one state. */
final class Judgement implements BreakerOperation.Cases<Step<BreakerState>> {

    private final BreakerConfig config;
    private final boolean oneProbe;
    private final BreakerState before;
    private final BreakerReply reply;

    Judgement(BreakerConfig config, boolean oneProbe, BreakerState before, BreakerReply reply) {
        this.config = config;
        this.oneProbe = oneProbe;
        this.before = before;
        this.reply = reply;
    }

    @Override
    public Step<BreakerState> allow(BreakerOperation.Allow allow) {
        if (!(reply instanceof BreakerReply.Allowed seen)) {
            return wrongKind("the reply to an allow");
        }
        String partition = allow.partition();
        if (!(before.circuit(partition) instanceof Circuit.Open open)) {
            return seen.allowed()
                    ? accepted(partition, before.circuit(partition), untouched() | BreakerRule.B1.bit())
                    : rejected(BreakerRule.B1, "allowed: " + closedText(partition), "refused");
        }
        long now = allow.atNanos();
        if (oneProbe && open.probed()) {
            return duringProbe(partition, open, now, seen.allowed());
        }
        if (seen.allowed()) {
            return open.mayHaveEnded(now)
                    ? accepted(partition, open.seenEnded(now).probedAt(now), BreakerRule.B2.bit() | probeBit())
                    : rejected(BreakerRule.B1, "refused: open until " + seconds(open.earliestEndNanos()), "allowed");
        }
        return open.mayBeOpen(now)
                ? accepted(partition, open.seenOpen(now), BreakerRule.B1.bit() | BreakerRule.B2.bit())
                : rejected(
                        BreakerRule.B2,
                        "allowed: open until " + seconds(open.latestEndNanos()) + " at most",
                        "refused");
    }

    /** What published rules would have let through, as the open time is over, breaks F8. */
    private Step<BreakerState> duringProbe(String partition, Circuit.Open open, long now, boolean allowed) {
        long lost = config.endOf(open.probeNanos());
        if (allowed) {
            return now >= lost
                    ? accepted(partition, open.probedAt(now), BreakerRule.F8.bit())
                    : rejected(
                            open.mayHaveEnded(now) ? BreakerRule.F8 : BreakerRule.B1,
                            "refused: a probe is out since " + seconds(open.probeNanos()),
                            "allowed");
        }
        return now < lost
                ? accepted(partition, open, BreakerRule.F8.bit())
                : rejected(
                        BreakerRule.B2,
                        "allowed: the probe of " + seconds(open.probeNanos()) + " lost its turn",
                        "refused");
    }

    @Override
    public Step<BreakerState> success(BreakerOperation.Success success) {
        return reply instanceof BreakerReply.Done
                ? accepted(success.partition(), Circuit.FRESH, BreakerRule.B1.bit())
                : wrongKind("no reply fields");
    }

    @Override
    public Step<BreakerState> failure(BreakerOperation.Failure failure) {
        if (!(reply instanceof BreakerReply.Done)) {
            return wrongKind("no reply fields");
        }
        String partition = failure.partition();
        long end = config.endOf(failure.atNanos());
        if (before.circuit(partition) instanceof Circuit.Open open) {
            return accepted(
                    partition, open.failed(end, config), open.probed() ? BreakerRule.B2.bit() : BreakerRule.B3.bit());
        }
        int failures = before.failures(partition) + 1;
        Circuit next = failures < config.failures() ? new Circuit.Closed(failures) : Circuit.Open.until(end);
        return accepted(partition, next, BreakerRule.B1.bit());
    }

    @Override
    public Step<BreakerState> state(BreakerOperation.State ask) {
        if (!(reply instanceof BreakerReply.Told seen)) {
            return wrongKind("the reply to a state");
        }
        String partition = ask.partition();
        if (!(before.circuit(partition) instanceof Circuit.Open open)) {
            return seen.open()
                    ? rejected(BreakerRule.B1, "not open: " + closedText(partition), "open")
                    : accepted(partition, before.circuit(partition), untouched() | BreakerRule.B1.bit());
        }
        long now = ask.atNanos();
        if (oneProbe && open.probed() && now < config.endOf(open.probeNanos())) {
            return accepted(partition, open, BreakerRule.F8.bit());
        }
        if (seen.open()) {
            return open.mayBeOpen(now)
                    ? accepted(partition, open.seenOpen(now), BreakerRule.B1.bit() | BreakerRule.B2.bit())
                    : rejected(
                            BreakerRule.B2,
                            "not open: open until " + seconds(open.latestEndNanos()) + " at most",
                            "open");
        }
        return open.mayHaveEnded(now)
                ? accepted(partition, open.seenEnded(now), BreakerRule.B2.bit())
                : rejected(BreakerRule.B1, "open until " + seconds(open.earliestEndNanos()), "not open");
    }

    private String closedText(String partition) {
        int failures = before.failures(partition);
        return failures == 0
                ? "no failure since the last success"
                : failures + (failures == 1 ? " failure" : " failures") + " of " + config.failures();
    }

    /** A closed partition puts it to the test that open ones do not touch it. */
    private long untouched() {
        return before.opened > 0 ? BreakerRule.B3.bit() : 0;
    }

    private long probeBit() {
        return oneProbe ? BreakerRule.F8.bit() : 0;
    }

    private Step<BreakerState> accepted(String partition, Circuit next, long exercised) {
        return new Step.Accepted<>(before.with(partition, next), exercised);
    }

    private Step<BreakerState> rejected(BreakerRule rule, String expected, String seen) {
        return new Step.Rejected<>(new Violation(rule, expected, seen));
    }

    private Step<BreakerState> wrongKind(String expected) {
        return rejected(BreakerRule.B1, expected, reply.getClass().getSimpleName());
    }

    private static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString() + " s";
    }
}
