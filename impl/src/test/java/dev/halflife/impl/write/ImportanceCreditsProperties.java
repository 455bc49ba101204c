package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A1 to A6 and F6: one thread sees exactly what a map and a count would show it. */
class ImportanceCreditsProperties {

    @Property(tries = 3_000)
    void everyReplyIsThatOfAPlainMap(
            @ForAll("calls") @Size(max = 60) List<Call> calls, @ForAll @IntRange(min = 1, max = 9) int threshold) {
        ImportanceCredits<Integer> credits = new ImportanceCredits<>(threshold);
        PlainCredits plain = new PlainCredits(threshold);
        List<Flush<Integer>> refused = new ArrayList<>();
        for (Call call : calls) {
            Optional<Flush<Integer>> flush = switch (call.kind()) {
                case ONE -> credits.record(call.ids().get(0));
                case SEVERAL -> credits.record(call.ids());
                case DRAIN -> credits.drain();
                case RESTORE -> restore(credits, plain, refused, call.ids().size());
            };
            Map<Integer, Long> expected = switch (call.kind()) {
                case ONE -> plain.record(call.ids().subList(0, 1));
                case SEVERAL -> plain.record(call.ids());
                case DRAIN -> plain.drain();
                case RESTORE -> Map.of();
            };
            assertThat(flush.map(Flush::counts).orElse(Map.of())).isEqualTo(expected);
            assertThat(flush.map(Flush::credits).orElse(0L)).isEqualTo(PlainCredits.sum(expected));
            assertThat(credits.pending()).isEqualTo(plain.pending());
            flush.ifPresent(refused::add);
        }
    }

    private static Optional<Flush<Integer>> restore(
            ImportanceCredits<Integer> credits, PlainCredits plain, List<Flush<Integer>> refused, int choice) {
        if (!refused.isEmpty()) {
            Flush<Integer> back = refused.remove(choice % refused.size());
            credits.restore(back);
            plain.restore(back.counts());
        }
        return Optional.empty();
    }

    @Provide
    Arbitrary<List<Call>> calls() {
        Arbitrary<List<Integer>> ids =
                Arbitraries.integers().between(0, 5).list().ofMinSize(1).ofMaxSize(12);
        Arbitrary<Call> call = Arbitraries.of(
                        Kind.ONE, Kind.ONE, Kind.ONE, Kind.SEVERAL, Kind.SEVERAL, Kind.DRAIN, Kind.RESTORE)
                .flatMap(kind -> ids.map(some -> new Call(kind, some)));
        return call.list();
    }

    enum Kind {
        ONE,
        SEVERAL,
        DRAIN,
        RESTORE
    }

    record Call(Kind kind, List<Integer> ids) {}
}
