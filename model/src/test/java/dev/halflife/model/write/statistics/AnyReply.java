package dev.halflife.model.write.statistics;

import dev.halflife.model.write.statistics.StatisticsReply.Band;
import dev.halflife.model.write.statistics.StatisticsReply.Progress;
import dev.halflife.model.write.statistics.StatisticsReply.Route;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Replies of every kind, sound and unsound. */
final class AnyReply {

    private AnyReply() {}

    static Arbitrary<List<StatisticsReply>> replies() {
        Arbitrary<Summary> summaries = Combinators.combine(
                        Arbitraries.of(0L, 1L, 2L, 3L, -1L, Long.MIN_VALUE, Long.MAX_VALUE), numbers(), numbers())
                .as(Summary::new);
        Arbitrary<StatisticsReply> told =
                Combinators.combine(summaries, numbers()).as(StatisticsReply.Told::new);
        Arbitrary<StatisticsReply> standardised = numbers().map(StatisticsReply.Standardised::new);
        Arbitrary<StatisticsReply> scored = Combinators.combine(
                        numbers(), Arbitraries.of(Route.values()), Arbitraries.of(Band.values()))
                .as(StatisticsReply.Scored::new);
        Arbitrary<StatisticsReply> stepped =
                Arbitraries.of(Progress.values()).map(progress -> new StatisticsReply.Stepped(progress, null));
        Arbitrary<StatisticsReply> restored =
                summaries.map(summary -> new StatisticsReply.Restored(new TreeMap<>(Map.of("r/a/m/l", summary))));
        Arbitrary<StatisticsReply> others = Arbitraries.of(
                new StatisticsReply.Done(),
                new StatisticsReply.Due(true),
                new StatisticsReply.Due(false),
                new StatisticsReply.Begun(true),
                new StatisticsReply.Begun(false),
                new StatisticsReply.FirstRun(),
                new StatisticsReply.Restored(new TreeMap<>()),
                new StatisticsReply.Damaged(true, 1),
                new StatisticsReply.Damaged(false, 0),
                new StatisticsReply.Damaged(true, -1));
        return Arbitraries.oneOf(told, standardised, scored, stepped, restored, others)
                .list()
                .ofSize(8);
    }

    private static Arbitrary<Double> numbers() {
        return Arbitraries.of(
                0.0,
                -0.0,
                0.5,
                1.0,
                2.0,
                -1.0,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MIN_VALUE,
                Double.MAX_VALUE);
    }
}
