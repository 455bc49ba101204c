package dev.halflife.model.write.statistics;

import dev.halflife.model.Contract;
import dev.halflife.model.Step;
import dev.halflife.model.write.statistics.StatisticsOperation.Begin;
import dev.halflife.model.write.statistics.StatisticsOperation.Damage;
import dev.halflife.model.write.statistics.StatisticsOperation.Due;
import dev.halflife.model.write.statistics.StatisticsOperation.Merge;
import dev.halflife.model.write.statistics.StatisticsOperation.Read;
import dev.halflife.model.write.statistics.StatisticsOperation.Restart;
import dev.halflife.model.write.statistics.StatisticsOperation.Score;
import dev.halflife.model.write.statistics.StatisticsOperation.Update;
import dev.halflife.model.write.statistics.StatisticsOperation.ZScore;
import java.util.List;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random operations, and walks through the states that predictions lead to. */
final class Walk {

    static final StatisticsConfig CONFIG = new StatisticsConfig(3, true);

    private static final List<String> PARTITIONS = List.of("r/a/m/l", "r/b/m/l");

    private Walk() {}

    static StatisticsSpec spec(Contract contract) {
        return new StatisticsSpec(CONFIG, contract);
    }

    static Arbitrary<Contract> contracts() {
        return Arbitraries.of(Contract.published(), Contract.strict());
    }

    /** What is refused is left out; what is accepted is gone on from. */
    static void through(
            StatisticsSpec spec,
            List<StatisticsOperation> operations,
            BiConsumer<StatisticsState, StatisticsOperation> visitor) {
        StatisticsState state = spec.initial();
        for (StatisticsOperation operation : operations) {
            if (spec.refusal(state, operation).isEmpty()) {
                visitor.accept(state, operation);
                Step<StatisticsState> step = spec.judge(state, operation, spec.predict(state, operation));
                state = step instanceof Step.Accepted<StatisticsState> accepted ? accepted.state() : state;
            }
        }
    }

    static Arbitrary<List<StatisticsOperation>> operations() {
        Arbitrary<String> partitions = Arbitraries.of(PARTITIONS);
        Arbitrary<StatisticsOperation> updates =
                Combinators.combine(partitions, samples()).as((partition, sample) -> new Update(0, partition, sample));
        Arbitrary<StatisticsOperation> merges = Combinators.combine(
                        partitions, Arbitraries.of(0L, 1L, 2L, 7L, 1L << 40), finite(), finite())
                .as((partition, count, mean, m2) -> new Merge(0, partition, new Summary(count, mean, Math.abs(m2))));
        Arbitrary<StatisticsOperation> scores = Combinators.combine(
                        partitions,
                        Arbitraries.of(0f, 0.1f, 0.5f, 0.75f, 0.9f, 1f, -1f),
                        Arbitraries.of(0f, 0.25f, 0.5f, 1f, 1.95f))
                .as((partition, similarity, threshold) -> new Score(0, partition, similarity, threshold));
        Arbitrary<StatisticsOperation> reads = Combinators.combine(partitions, finite())
                .as((partition, value) -> value > 0 ? new Read(0, partition) : new ZScore(0, partition, value));
        Arbitrary<StatisticsOperation> saves = Combinators.combine(
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(0, 4))
                .as((writer, kind) -> kind == 0 ? new Begin(0, writer) : new StatisticsOperation.Step(0, writer));
        Arbitrary<StatisticsOperation> machine = Arbitraries.of(
                new Due(0), new Restart(0, null), new Restart(0, PowerLoss.NOTHING_SURVIVES), new Damage(0, 1));
        return Arbitraries.oneOf(updates, merges, scores, reads, saves, saves, machine)
                .list()
                .ofMaxSize(30);
    }

    private static Arbitrary<Double> samples() {
        return Arbitraries.oneOf(
                finite(), finite(), Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
    }

    private static Arbitrary<Double> finite() {
        return Arbitraries.of(0.0, 0.25, 0.5, 1.0, -1.0, 0.1, 1e9, 1e-308, 1e308, -1e308, 1e154);
    }
}
