package dev.halflife.reports.bench;

import dev.halflife.impl.write.ImportanceCredits;
import dev.halflife.sim.random.Rng;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Recording importance credits, one at a time. */
final class CreditsContests {

    private static final int IDS = 1 << 12;

    private CreditsContests() {}

    static List<Contest> all() {
        return Stream.of(record(1, 3), record(2, 5), record(4, 5)).toList();
    }

    static Contest record(int threads, double wanted) {
        return new Contest(
                "record a credit",
                threads,
                wanted,
                () -> {
                    PublishedPile<Long> pile = new PublishedPile<>(ImportanceCredits.DEFAULT_THRESHOLD);
                    return records(id -> pile.record(id).size());
                },
                () -> {
                    ImportanceCredits<Long> credits = new ImportanceCredits<>();
                    return records(id -> credits.record(id).isPresent() ? 1 : 0);
                });
    }

    private static Work records(ToIntFunction<Long> record) {
        Rng rng = new Rng(1);
        Long[] ids = Stream.generate(rng::nextLong).limit(IDS).toArray(Long[]::new);
        return (thread, times) -> {
            int place = thread * (IDS / 8 + 1);
            long flushes = 0;
            long begin = System.nanoTime();
            for (int i = 0; i < times; i++) {
                flushes += record.applyAsInt(ids[place++ & (IDS - 1)]);
            }
            long nanos = System.nanoTime() - begin;
            return flushes < 0 ? 0 : nanos;
        };
    }
}
