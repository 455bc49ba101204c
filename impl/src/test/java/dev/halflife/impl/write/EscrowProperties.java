package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A1 to A6 and F6 whichever cells the credits go to: allowances are never more than may come, nor is a cell forgotten. */
class EscrowProperties {

    private static final int CELLS = 4;

    @Property(tries = 3_000)
    void everyReplyIsThatOfAPlainMap(
            @ForAll("calls") @Size(max = 80) List<Call> calls, @ForAll @IntRange(min = 1, max = 20) int threshold) {
        Escrow<Integer> escrow = new Escrow<>(threshold);
        List<CreditCell<Integer>> cells = cells();
        PlainCredits plain = new PlainCredits(threshold);
        List<Flush<Integer>> refused = new ArrayList<>();
        for (Call call : calls) {
            CreditCell<Integer> cell = cells.get(call.cell());
            Optional<Flush<Integer>> flush;
            Map<Integer, Long> expected;
            if (call.kind() == Kind.RECORD) {
                flush = record(escrow, cell, call.ids());
                expected = plain.record(call.ids());
            } else if (call.kind() == Kind.DRAIN || refused.isEmpty()) {
                flush = Optional.ofNullable(escrow.drain()).map(Flush::new);
                expected = plain.drain();
            } else {
                Flush<Integer> back = refused.remove(0);
                escrow.restore(back.pile());
                plain.restore(back.counts());
                flush = Optional.empty();
                expected = Map.of();
            }
            assertThat(flush.map(Flush::counts).orElse(Map.of())).isEqualTo(expected);
            assertThat(flush.map(Flush::credits).orElse(0L)).isEqualTo(PlainCredits.sum(expected));
            assertThat(escrow.pending()).isEqualTo(plain.pending());
            flush.ifPresent(refused::add);
        }
    }

    private static Optional<Flush<Integer>> record(
            Escrow<Integer> escrow, CreditCell<Integer> cell, List<Integer> ids) {
        Integer[] each = ids.toArray(new Integer[0]);
        boolean allowed = each.length == 1 ? cell.record(each[0]) : cell.record(each);
        return allowed
                ? Optional.empty()
                : Optional.ofNullable(escrow.record(cell, each)).map(Flush::new);
    }

    private static List<CreditCell<Integer>> cells() {
        return Stream.generate(CreditCell::<Integer>empty).limit(CELLS).toList();
    }

    @Provide
    Arbitrary<List<Call>> calls() {
        Arbitrary<Kind> kinds =
                Arbitraries.frequency(Tuple.of(12, Kind.RECORD), Tuple.of(1, Kind.DRAIN), Tuple.of(1, Kind.RESTORE));
        Arbitrary<List<Integer>> several =
                Arbitraries.integers().between(0, 5).list().ofMinSize(1).ofMaxSize(6);
        Arbitrary<List<Integer>> one = several.map(ids -> ids.subList(0, 1));
        return Combinators.combine(
                        kinds, Arbitraries.integers().between(0, CELLS - 1), Arbitraries.oneOf(one, one, several))
                .as(Call::new)
                .list();
    }

    enum Kind {
        RECORD,
        DRAIN,
        RESTORE
    }

    record Call(Kind kind, int cell, List<Integer> ids) {}
}
