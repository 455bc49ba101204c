package dev.halflife.sim.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.halflife.sim.json.MalformedInput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Merging any results of one campaign, whole or in part, overlapping or not. */
class MergeProperties {

    private static final List<Integer> ALL = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);

    @Property
    void mergingIsAssociative(
            @ForAll("results") CampaignResult a,
            @ForAll("results") CampaignResult b,
            @ForAll("results") CampaignResult c) {
        assertSame(a.merge(b).merge(c), a.merge(b.merge(c)));
    }

    @Property
    void mergingIsCommutative(@ForAll("results") CampaignResult a, @ForAll("results") CampaignResult b) {
        assertSame(a.merge(b), b.merge(a));
    }

    @Property
    void mergingTheSameTwiceCountsOnce(@ForAll("results") CampaignResult a, @ForAll("results") CampaignResult b) {
        assertSame(a.merge(a), a);
        assertSame(a.merge(b).merge(b).merge(a), a.merge(b));
    }

    @Property
    void whateverIsCompleteIsTheSameWhoeverRanIt(@ForAll("results") CampaignResult a) {
        assertSame(a.merge(Results.of(ALL, List.of())), Results.of(ALL, List.of()));
    }

    @Property
    void totalsDoNotDependOnTheOrderOfCells(@ForAll("shuffled") List<Integer> order) {
        Cell total = Cell.EMPTY;
        for (int number : order) {
            total = total.plus(Results.cell(Results.place(number), number));
        }
        CampaignResult all = Results.of(order, List.of());
        assertThat(total).isEqualTo(all.total("arrivals").plus(all.total("retry-queue")));
        assertThat(total.sums().schedules()).isEqualTo(2 * Results.ID.schedules());
    }

    @Property
    void aResultIsWhatWasWrittenDown(@ForAll("results") CampaignResult a) {
        assertThat(ResultFile.parse(ResultFile.text(a).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(a);
    }

    @Property
    void cellsThatDisagreeAreRefusedInEitherOrder(
            @ForAll("results") CampaignResult a, @ForAll @IntRange(max = 9) int number) {
        SortedMap<CampaignResult.Place, Cell> cells = new TreeMap<>(a.cells());
        cells.put(Results.place(number), Results.cell(Results.place(number), number));
        CampaignResult right = new CampaignResult(a.id(), a.divisions(), cells);
        cells.put(Results.place(number), Results.cell(Results.place(number), number + 1000));
        CampaignResult wrong = new CampaignResult(a.id(), a.divisions(), cells);
        assertThatExceptionOfType(MalformedInput.class)
                .isThrownBy(() -> right.merge(wrong))
                .withMessageContaining("came to something else");
        assertThatExceptionOfType(MalformedInput.class).isThrownBy(() -> wrong.merge(right));
    }

    /** Equal, and the same bytes. */
    private static void assertSame(CampaignResult one, CampaignResult other) {
        assertThat(one).isEqualTo(other);
        assertThat(ResultFile.text(one)).isEqualTo(ResultFile.text(other));
    }

    @Provide
    Arbitrary<CampaignResult> results() {
        return Combinators.combine(
                        Arbitraries.subsetOf(ALL),
                        Arbitraries.subsetOf(1, 2, 5, 64).filter(divisions -> !divisions.isEmpty()))
                .as(Results::of);
    }

    @Provide
    Arbitrary<List<Integer>> shuffled() {
        return Arbitraries.shuffle(ALL);
    }
}
