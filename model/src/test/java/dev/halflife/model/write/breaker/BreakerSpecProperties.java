package dev.halflife.model.write.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Step;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** The judge against the prediction, against each wrong reply, and against any reply at all. */
class BreakerSpecProperties {

    private static final BreakerReply DONE = new BreakerReply.Done();
    private static final List<BreakerReply> REPLIES = List.of(
            DONE,
            new BreakerReply.Allowed(true),
            new BreakerReply.Allowed(false),
            new BreakerReply.Told(true),
            new BreakerReply.Told(false));

    @Property(tries = 2_000, seed = "20260601")
    void aPredictionIsAccepted(@ForAll("specs") BreakerSpec spec, @ForAll("operations") List<BreakerOperation> all) {
        BreakerState state = spec.initial();
        for (BreakerOperation operation : all) {
            Step<BreakerState> step = spec.judge(state, operation, spec.predict(state, operation));
            assertThat(step).isInstanceOf(Step.Accepted.class);
            state = ((Step.Accepted<BreakerState>) step).state();
        }
    }

    /** Of the two answers to a question one is wrong, but between the bounds of an open time, or of a probe that is out. */
    @Property(tries = 2_000, seed = "20260602")
    @StatisticsReport(StatisticsReportMode.OFF)
    void theOtherAnswerIsRejectedWhereNothingIsOpen(
            @ForAll("specs") BreakerSpec spec, @ForAll("operations") List<BreakerOperation> all) {
        BreakerState state = spec.initial();
        for (BreakerOperation operation : all) {
            BreakerReply right = spec.predict(state, operation);
            for (BreakerReply other : REPLIES) {
                boolean rejected = spec.judge(state, operation, other) instanceof Step.Rejected;
                boolean either = mayGoEitherWay(state, operation) && other.getClass() == right.getClass();
                Statistics.label("replies").collect(rejected ? "wrong" : "right");
                if (!either) {
                    assertThat(rejected).as("%s answered %s", operation, other).isEqualTo(!other.equals(right));
                }
            }
            state = ((Step.Accepted<BreakerState>) spec.judge(state, operation, right)).state();
        }
        Statistics.label("replies").coverage(replies -> replies.check("wrong").count(count -> count > 50_000));
    }

    /** A late failure leaves the end open; a probe that is out leaves open what a state tells. */
    private static boolean mayGoEitherWay(BreakerState state, BreakerOperation operation) {
        String partition = operation.partition();
        long earliest = state.earliestEndNanos(partition).orElse(Long.MAX_VALUE);
        long latest = state.latestEndNanos(partition).orElse(Long.MIN_VALUE);
        return (operation.atNanos() >= earliest && operation.atNanos() < latest)
                || (operation instanceof BreakerOperation.State
                        && state.probeNanos(partition).isPresent());
    }

    @Property(tries = 1_000, seed = "20260603")
    void aJudgeHasAnAnswerToAnyReply(
            @ForAll("specs") BreakerSpec spec,
            @ForAll("operations") List<BreakerOperation> all,
            @ForAll("replies") List<BreakerReply> replies) {
        BreakerState state = spec.initial();
        for (int i = 0; i < all.size(); i++) {
            Step<BreakerState> step = spec.judge(state, all.get(i), replies.get(i % replies.size()));
            assertThat(step.toString()).isNotEmpty();
            state = step instanceof Step.Accepted<BreakerState> accepted ? accepted.state() : state;
        }
    }

    /** A subject that breaks F8 keeps the published contract up to there: the rule is blamed for nothing else. */
    @Property(tries = 2_000, seed = "20260604")
    @StatisticsReport(StatisticsReportMode.OFF)
    void f8_blamesOnlyWhatThePublishedRulesAllow(
            @ForAll("configs") BreakerConfig config, @ForAll("operations") List<BreakerOperation> all) {
        BreakerSpec strict = new BreakerSpec(config, Contract.strict());
        BreakerSpec published = new BreakerSpec(config, Contract.published());
        BreakerState ours = strict.initial();
        BreakerState theirs = published.initial();
        for (BreakerOperation operation : all) {
            for (BreakerReply reply : REPLIES) {
                if (strict.judge(ours, operation, reply) instanceof Step.Rejected<BreakerState> rejected) {
                    boolean blamed = rejected.violation().rule() == BreakerRule.F8;
                    boolean allowed = published.judge(theirs, operation, reply) instanceof Step.Accepted;
                    Statistics.label("blamed").collect(blamed);
                    assertThat(blamed).as("%s answered %s", operation, reply).isEqualTo(allowed);
                }
            }
            BreakerReply reply = strict.predict(ours, operation);
            ours = ((Step.Accepted<BreakerState>) strict.judge(ours, operation, reply)).state();
            Step<BreakerState> step = published.judge(theirs, operation, reply);
            if (!(step instanceof Step.Accepted<BreakerState> accepted)) {
                return;
            }
            theirs = accepted.state();
        }
        Statistics.label("blamed").coverage(blamed -> blamed.check(true).count(count -> count > 50));
    }

    @Provide
    Arbitrary<BreakerSpec> specs() {
        return Combinators.combine(configs(), Arbitraries.of(Contract.published(), Contract.strict()))
                .as(BreakerSpec::new);
    }

    @Provide
    Arbitrary<BreakerConfig> configs() {
        return Combinators.combine(Arbitraries.of(1, 1, 2, 3), Arbitraries.of(1L, 2L, 10L, Long.MAX_VALUE))
                .as(BreakerConfig::new);
    }

    @Provide
    Arbitrary<List<BreakerOperation>> operations() {
        Arbitrary<Long> times = Arbitraries.oneOf(
                Arbitraries.longs().between(-5, 40),
                Arbitraries.of(0L, 10L, 10L, 20L),
                Arbitraries.of(Long.MIN_VALUE, Long.MAX_VALUE));
        return Combinators.combine(Arbitraries.of(0, 0, 0, 1, 2, 2, 2, 3), times, Arbitraries.of("p", "p", "q"))
                .as((kind, at, partition) -> switch (kind) {
                    case 0 -> (BreakerOperation) new BreakerOperation.Allow(at, partition);
                    case 1 -> new BreakerOperation.Success(at, partition);
                    case 2 -> new BreakerOperation.Failure(at, partition);
                    default -> new BreakerOperation.State(at, partition);
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<BreakerReply>> replies() {
        return Arbitraries.of(REPLIES).list().ofSize(30);
    }
}
