package dev.halflife.model.write.interference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Step;
import dev.halflife.model.write.interference.InterferenceOperation.Outcome;
import dev.halflife.model.write.interference.InterferenceReply.Reason;
import dev.halflife.model.write.interference.InterferenceReply.Score;
import dev.halflife.model.write.interference.InterferenceReply.Taken;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** The judge against the prediction, against altered replies, and against any reply at all. */
class InterferenceSpecProperties {

    private static final long LEASE = 20;

    @Property(tries = 2_000, seed = "20260701")
    void aPredictionIsAccepted(
            @ForAll("specs") InterferenceSpec spec, @ForAll("operations") List<InterferenceOperation> all) {
        InterferenceState state = spec.initial();
        for (InterferenceOperation operation : all) {
            InterferenceReply reply = spec.predict(state, operation);
            Step<InterferenceState> step = spec.judge(state, operation, reply);
            assertThat(step).as("%s answered %s", operation, reply).isInstanceOf(Step.Accepted.class);
            state = ((Step.Accepted<InterferenceState>) step).state();
        }
    }

    /** With round scores no sum rounds, and with a clock that goes forward nothing is open: each alteration is wrong. */
    @Property(tries = 2_000, seed = "20260702")
    @StatisticsReport(StatisticsReportMode.OFF)
    void aReplyAlteredInOneFieldIsRejected(
            @ForAll("specs") InterferenceSpec spec, @ForAll("roundOperations") List<InterferenceOperation> all) {
        InterferenceState state = spec.initial();
        long nowNanos = 0;
        for (InterferenceOperation drawn : all) {
            nowNanos += Math.max(0, drawn.atNanos());
            InterferenceOperation operation = drawn.movedTo(nowNanos);
            InterferenceReply right = spec.predict(state, operation);
            for (InterferenceReply altered : altered(right)) {
                Statistics.label("altered").collect("wrong");
                assertThat(spec.judge(state, operation, altered))
                        .as("%s answered %s instead of %s", operation, altered, right)
                        .isInstanceOf(Step.Rejected.class);
            }
            state = ((Step.Accepted<InterferenceState>) spec.judge(state, operation, right)).state();
        }
        Statistics.label("altered").coverage(altered -> altered.check("wrong").count(count -> count > 50_000));
    }

    private static List<InterferenceReply> altered(InterferenceReply right) {
        List<InterferenceReply> altered = new ArrayList<>();
        if (right instanceof InterferenceReply.Nothing) {
            altered.add(new InterferenceReply.Suppressed(Reason.COOLDOWN, 1));
            altered.add(new InterferenceReply.Triggered(List.of("a"), 1));
        } else if (right instanceof InterferenceReply.Suppressed suppressed) {
            Reason other = suppressed.reason() == Reason.COOLDOWN ? Reason.AWAITING_FEEDBACK : Reason.COOLDOWN;
            altered.add(new InterferenceReply.Nothing());
            altered.add(new InterferenceReply.Suppressed(other, suppressed.total()));
            altered.add(new InterferenceReply.Suppressed(suppressed.reason(), Math.nextUp(suppressed.total())));
            altered.add(new InterferenceReply.Suppressed(suppressed.reason(), Float.NaN));
            altered.add(new InterferenceReply.Triggered(List.of("a"), suppressed.total()));
        } else if (right instanceof InterferenceReply.Triggered triggered) {
            List<String> fewer =
                    triggered.namespaces().subList(1, triggered.namespaces().size());
            altered.add(new InterferenceReply.Nothing());
            altered.add(new InterferenceReply.Triggered(fewer, triggered.total()));
            altered.add(new InterferenceReply.Triggered(triggered.namespaces(), Math.nextDown(triggered.total())));
            altered.add(new InterferenceReply.Suppressed(Reason.COOLDOWN, triggered.total()));
            altered.add(new InterferenceReply.Suppressed(Reason.AWAITING_FEEDBACK, triggered.total()));
        } else if (right instanceof InterferenceReply.Answered answered) {
            for (Taken taken : Taken.values()) {
                if (taken != answered.taken()) {
                    altered.add(new InterferenceReply.Answered(taken, answered.reduced(), answered.remaining()));
                }
            }
            altered.add(new InterferenceReply.Answered(answered.taken(), answered.reduced() + 1, answered.remaining()));
            altered.add(
                    new InterferenceReply.Answered(answered.taken(), answered.reduced(), answered.remaining() + 0.25f));
        } else if (right instanceof InterferenceReply.Backlog backlog) {
            altered.add(new InterferenceReply.Backlog(backlog.scores(), !backlog.pending()));
            List<Score> more = new ArrayList<>(backlog.scores());
            more.add(new Score("z", 1));
            altered.add(new InterferenceReply.Backlog(more, backlog.pending()));
            if (!backlog.scores().isEmpty()) {
                List<Score> others = new ArrayList<>(backlog.scores());
                Score first = others.remove(0);
                altered.add(new InterferenceReply.Backlog(others, backlog.pending()));
                others.add(new Score(first.namespace(), Math.nextUp(first.score())));
                altered.add(new InterferenceReply.Backlog(others, backlog.pending()));
            }
        }
        return altered;
    }

    @Property(tries = 1_000, seed = "20260703")
    void aJudgeHasAnAnswerToAnyReply(
            @ForAll("specs") InterferenceSpec spec,
            @ForAll("operations") List<InterferenceOperation> all,
            @ForAll("replies") List<InterferenceReply> replies) {
        InterferenceState state = spec.initial();
        for (InterferenceOperation operation : all) {
            Step<InterferenceState> last = spec.judge(state, operation, spec.predict(state, operation));
            for (InterferenceReply reply : replies) {
                Step<InterferenceState> step = spec.judge(state, operation, reply);
                assertThat(step.toString()).isNotEmpty();
                last = step instanceof Step.Accepted ? step : last;
            }
            state = last instanceof Step.Accepted<InterferenceState> accepted ? accepted.state() : state;
        }
    }

    @Provide
    Arbitrary<InterferenceSpec> specs() {
        return Arbitraries.of(Contract.published(), Contract.strict())
                .map(contract -> new InterferenceSpec(new InterferenceConfig(LEASE), contract));
    }

    @Provide
    Arbitrary<List<InterferenceOperation>> operations() {
        Arbitrary<Float> odd = Arbitraries.of(
                Float.NaN,
                Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY,
                Float.MAX_VALUE,
                2e38f,
                Float.MIN_VALUE,
                1e-6f,
                5e-7f,
                1e8f,
                -1f,
                0f);
        Arbitrary<Float> crooked = Arbitraries.of(0.1f, 0.3f, 0.7f, 1f / 3, 0.9999999f, 0.5f);
        Arbitrary<Long> times =
                Arbitraries.oneOf(Arbitraries.longs().between(-10, 60), Arbitraries.of(Long.MIN_VALUE, Long.MAX_VALUE));
        return operations(times, Arbitraries.oneOf(crooked, crooked, odd));
    }

    @Provide
    Arbitrary<List<InterferenceOperation>> roundOperations() {
        return operations(Arbitraries.of(0L, 0L, 3L, 5L, LEASE, LEASE + 1), Arbitraries.of(0.25f, 0.5f, 1f, 2f));
    }

    private static Arbitrary<List<InterferenceOperation>> operations(Arbitrary<Long> times, Arbitrary<Float> scores) {
        Arbitrary<String> namespaces = Arbitraries.of("a", "b", "c");
        Arbitrary<InterferenceOperation> adds = Combinators.combine(
                        times, namespaces, scores, Arbitraries.of(1f, 1f, 2f, 0f), Arbitraries.of(0L, 5L, 30L))
                .as(InterferenceOperation.Accumulate::new);
        Arbitrary<InterferenceOperation> feedback =
                Combinators.combine(times, Arbitraries.of(Outcome.values())).as(InterferenceOperation.Feedback::new);
        Arbitrary<InterferenceOperation> backlog = times.map(InterferenceOperation.Backlog::new);
        return Arbitraries.frequencyOf(Tuple.of(5, adds), Tuple.of(3, feedback), Tuple.of(1, backlog))
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<List<InterferenceReply>> replies() {
        Arbitrary<Float> numbers = Arbitraries.of(
                0f, 1f, 0.5f, -1f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE);
        Arbitrary<String> names = Arbitraries.of("a", "b", "c", "", "z");
        Arbitrary<InterferenceReply> nothing = Arbitraries.just(new InterferenceReply.Nothing());
        Arbitrary<InterferenceReply> suppressed =
                Combinators.combine(Arbitraries.of(Reason.values()), numbers).as(InterferenceReply.Suppressed::new);
        Arbitrary<InterferenceReply> triggered =
                Combinators.combine(names.list().ofMaxSize(4), numbers).as(InterferenceReply.Triggered::new);
        Arbitrary<InterferenceReply> answered = Combinators.combine(Arbitraries.of(Taken.values()), numbers, numbers)
                .as(InterferenceReply.Answered::new);
        Arbitrary<InterferenceReply> backlog = Combinators.combine(
                        Combinators.combine(names, numbers)
                                .as(Score::new)
                                .list()
                                .ofMaxSize(4),
                        Arbitraries.of(true, false))
                .as(InterferenceReply.Backlog::new);
        return Arbitraries.oneOf(nothing, suppressed, triggered, answered, backlog)
                .list()
                .ofSize(10);
    }
}
