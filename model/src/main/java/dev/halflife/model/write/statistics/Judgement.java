package dev.halflife.model.write.statistics;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.NumberText;
import dev.halflife.model.Step;
import dev.halflife.model.Violation;
import dev.halflife.model.write.statistics.StatisticsReply.Band;
import dev.halflife.model.write.statistics.StatisticsReply.Progress;
import dev.halflife.model.write.statistics.StatisticsReply.Route;
import org.jspecify.annotations.Nullable;

/** One reply to one operation in one state, judged. What a restart finds is left to {@link RestartJudgement}. */
final class Judgement implements StatisticsOperation.Cases<Step<StatisticsState>> {

    private final StatisticsConfig config;
    private final Contract contract;
    private final @Nullable Slip slip;
    private final StatisticsState before;
    private final StatisticsReply reply;

    Judgement(
            StatisticsConfig config,
            Contract contract,
            @Nullable Slip slip,
            StatisticsState before,
            StatisticsReply reply) {
        this.config = config;
        this.contract = contract;
        this.slip = slip;
        this.before = before;
        this.reply = reply;
    }

    @Override
    public Step<StatisticsState> update(StatisticsOperation.Update update) {
        if (!(reply instanceof StatisticsReply.Done)) {
            return wrongKind(StatisticsRule.W1, "no reply fields");
        }
        return accepted(observed(update.partition(), update.sample()), StatisticsRule.W1.bit());
    }

    /** A non-finite sample changes nothing; whether it counts towards a snapshot is left open. */
    private StatisticsState observed(String partition, double sample) {
        Moments moments = before.moments(partition);
        if (!Double.isFinite(sample)) {
            StatisticsState same = slip == null ? before : before.with(partition, slip.ignored(moments, sample));
            return same.counting(before.observations, before.attempts + 1);
        }
        return before.with(partition, slip == null ? moments.with(sample, 0) : slip.updated(moments, sample, 0))
                .counting(before.observations + 1, before.attempts + 1);
    }

    @Override
    public Step<StatisticsState> merge(StatisticsOperation.Merge merge) {
        if (!(reply instanceof StatisticsReply.Done)) {
            return wrongKind(StatisticsRule.W2, "no reply fields");
        }
        long count = merge.more().count();
        Moments moments = before.moments(merge.partition());
        if (slip != null) {
            moments = slip.merged(moments, merge.more());
        } else if (count != 0 || moments.count() != 0) {
            moments = moments.merge(merge.more()).askedToMerge();
        } else {
            return accepted(before, StatisticsRule.W2.bit()); // never fed, and a snapshot may leave it out
        }
        return accepted(
                before.with(merge.partition(), moments).counting(before.observations + count, before.attempts + count),
                StatisticsRule.W2.bit());
    }

    @Override
    public Step<StatisticsState> read(StatisticsOperation.Read read) {
        if (!(reply instanceof StatisticsReply.Told told)) {
            return wrongKind(StatisticsRule.W1, "the reply to a read");
        }
        Moments moments = before.moments(read.partition());
        Summary summary = told.summary();
        Violation violation = Departure.of(moments, summary, contract);
        if (slip != null && violation != null && slip.allows(moments, summary)) {
            violation = null;
        }
        double variance = summary.count() < 2 ? 1 : summary.m2() / (summary.count() - 1);
        boolean right = Double.compare(variance, told.variance()) == 0
                || Math.abs(variance - told.variance()) <= 0x1p-50 * Math.abs(variance);
        if (violation != null && (right || violation.rule() != StatisticsRule.F14)) {
            return new Step.Rejected<>(violation);
        }
        return right
                ? accepted(
                        slip == null ? before : before.with(read.partition(), moments.seen()),
                        rules(moments) | StatisticsRule.W3.bit() | StatisticsRule.W4.bit())
                : rejected(
                        StatisticsRule.W3,
                        "variance " + NumberText.of(variance),
                        "variance " + NumberText.of(told.variance()));
    }

    private long rules(Moments moments) {
        return StatisticsRule.W1.bit()
                | (moments.merged() ? StatisticsRule.W2.bit() : 0)
                | (moments.large() && contract.asks(Finding.F14) ? StatisticsRule.F14.bit() : 0);
    }

    @Override
    public Step<StatisticsState> zScore(StatisticsOperation.ZScore zScore) {
        if (!(reply instanceof StatisticsReply.Standardised standardised)) {
            return wrongKind(StatisticsRule.W3, "the reply to a z-score");
        }
        Moments moments = before.moments(zScore.partition());
        ZScores allowed = ZScores.of(moments, zScore.value(), 0);
        if (slip != null) {
            allowed = slip.zScores(allowed, moments);
        }
        double z = standardised.z();
        if (moments.latest() == Moments.Latest.POISONED && Double.isNaN(z)) {
            return accepted(before, StatisticsRule.W3.bit());
        }
        // Next to the greatest double even the distance from the mean overflows; then no more is asked than a number.
        boolean large = moments.count() > 1 && (moments.large() || Math.abs(zScore.value()) > Moments.LARGE_MAGNITUDE);
        if (large ? contract.asks(Finding.F14) && Double.isNaN(z) : !allowed.allow(z)) {
            return rejected(
                    large ? StatisticsRule.F14 : StatisticsRule.W3,
                    large ? "z that is a number" : text(allowed),
                    "z " + NumberText.of(z));
        }
        return accepted(before, StatisticsRule.W3.bit() | rules(moments));
    }

    @Override
    public Step<StatisticsState> score(StatisticsOperation.Score score) {
        if (!(reply instanceof StatisticsReply.Scored scored)) {
            return wrongKind(StatisticsRule.W5, "the reply to a score");
        }
        Moments moments = before.moments(score.partition());
        boolean overflows = Novelty.overflows(moments, score.maxSimilarity());
        Interval allowed = moments.large() && moments.count() > 1
                ? new Interval(0, Novelty.MOST)
                : scores(moments, score.maxSimilarity());
        double seen = scored.score();
        // The path and the band first: they are wrong under any contract, a score that overflowed is not.
        Route route = seen < score.threshold() ? Route.FAST : Route.SLOW;
        if (scored.route() != route) {
            return rejected(StatisticsRule.W5, "the " + text(route) + " path", "the " + text(scored.route()) + " path");
        }
        boolean near = scored.band() == Band.NEAR;
        if (near ? !Novelty.mayBeNear(seen, score.threshold()) : !Novelty.mayBeFar(seen, score.threshold())) {
            return rejected(StatisticsRule.W5, near ? "far" : "near", near ? "near" : "far");
        }
        if (!allowed.holds(seen)
                && !(overflows && !contract.asks(Finding.F14))
                && !(Double.isNaN(seen) && moments.latest() == Moments.Latest.POISONED)) {
            return rejected(
                    overflows ? StatisticsRule.F14 : StatisticsRule.W5,
                    "score " + NumberText.of(middle(allowed)),
                    "score " + NumberText.of(seen));
        }
        double distance = Novelty.distance(score.maxSimilarity());
        double blur = Novelty.blur(score.maxSimilarity());
        Moments after = slip == null ? moments.with(distance, blur) : slip.scored(moments, distance, blur, seen);
        return accepted(
                before.with(score.partition(), after).counting(before.observations + 1, before.attempts + 1),
                StatisticsRule.W5.bit() | rules(moments));
    }

    private Interval scores(Moments moments, float maxSimilarity) {
        ZScores right = Novelty.zScores(moments, maxSimilarity);
        return slip == null
                ? Novelty.scores(right, maxSimilarity)
                : slip.scores(Novelty.scores(slip.zScoresOfScore(right, moments), maxSimilarity));
    }

    private static String text(ZScores allowed) {
        Interval quotient = allowed.quotient();
        return quotient == null
                ? "z 0.0"
                : "z " + (allowed.silent() ? "0.0 or " : "") + NumberText.of(middle(quotient));
    }

    private static String text(Route route) {
        return route == Route.FAST ? "fast" : "slow";
    }

    private static double middle(Interval interval) {
        return interval.least() / 2 + interval.most() / 2;
    }

    @Override
    public Step<StatisticsState> due(StatisticsOperation.Due due) {
        if (!(reply instanceof StatisticsReply.Due answer)) {
            return wrongKind(StatisticsRule.W6, "the reply to a due");
        }
        if (answer.claimed()) {
            return before.attempts >= config.interval()
                    ? accepted(before.counting(0, 0), StatisticsRule.W6.bit())
                    : rejected(
                            StatisticsRule.W6, "none due after " + before.attempts + " observations", "a snapshot due");
        }
        return before.observations < config.interval()
                ? accepted(
                        before.counting(before.observations, Math.min(before.attempts, config.interval() - 1)),
                        StatisticsRule.W6.bit())
                : rejected(
                        StatisticsRule.W6, "a snapshot due after " + before.observations + " observations", "none due");
    }

    @Override
    public Step<StatisticsState> begin(StatisticsOperation.Begin begin) {
        if (!(reply instanceof StatisticsReply.Begun begun)) {
            return wrongKind(StatisticsRule.W6, "the reply to a begin");
        }
        if (!begun.accepted()) {
            return before.writers().isEmpty()
                    ? rejected(StatisticsRule.W6, "a save, as none is in progress", "busy")
                    : accepted(before, StatisticsRule.W6.bit());
        }
        Content snapshot = new Content.Whole(before.partitions);
        return accepted(before.with(before.shelf.begin(begin.writer(), snapshot)), StatisticsRule.W6.bit());
    }

    @Override
    public Step<StatisticsState> step(StatisticsOperation.Step step) {
        Saving saving = before.shelf.of(step.writer());
        if (!(reply instanceof StatisticsReply.Stepped stepped) || saving == null) {
            return wrongKind(StatisticsRule.W6, "the reply to a step");
        }
        return stepped.progress() == Progress.FAILED && !saving.overlapped()
                ? rejected(StatisticsRule.W6, "saved, as no other save came between", "failed")
                : accepted(before.with(before.shelf.step(saving, stepped.progress())), StatisticsRule.W6.bit());
    }

    @Override
    public Step<StatisticsState> damage(StatisticsOperation.Damage damage) {
        return reply instanceof StatisticsReply.Done
                ? accepted(before.with(before.shelf.damaged()), 0)
                : wrongKind(StatisticsRule.W6, "no reply fields");
    }

    @Override
    public Step<StatisticsState> restart(StatisticsOperation.Restart restart) {
        return new RestartJudgement(contract, slip, before, restart).judge(reply);
    }

    private static Step<StatisticsState> accepted(StatisticsState after, long exercised) {
        return new Step.Accepted<>(after, exercised);
    }

    private static Step<StatisticsState> rejected(StatisticsRule rule, String expected, String seen) {
        return new Step.Rejected<>(new Violation(rule, expected, seen));
    }

    private Step<StatisticsState> wrongKind(StatisticsRule rule, String expected) {
        return rejected(rule, expected, reply.getClass().getSimpleName());
    }
}
