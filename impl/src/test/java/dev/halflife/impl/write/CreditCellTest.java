package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a cell takes without asking, and the room it makes for it. */
class CreditCellTest {

    private final CreditCell<Integer> cell = CreditCell.empty();

    @Test
    void a2_anAllowanceIsUsedToItsEndAndNotBeyond() {
        cell.allow(3);
        assertThat(cell.record(new Integer[] {1, 2, 3, 4})).isFalse();
        assertThat(cell.record(new Integer[] {1, 2, 3})).isTrue();
        assertThat(cell.record(4)).isFalse();
        assertThat(cell.size()).isEqualTo(3);
    }

    @Test
    void anAllowanceOfSoManyMoreComesOnTopOfWhatIsThere() {
        cell.addAll(new Integer[] {1, 2});
        cell.allow(1);
        assertThat(cell.record(3)).isTrue();
        assertThat(cell.record(4)).isFalse();
    }

    @Test
    void roomIsForAnEighthMoreThanLastTime() {
        assertThat(CreditCell.room(0, 256)).isEqualTo(288);
        assertThat(CreditCell.room(8, 256)).isEqualTo(288);
    }

    @Test
    void roomGrowsByHalf() {
        assertThat(CreditCell.room(0, 0)).isEqualTo(8);
        assertThat(CreditCell.room(8, 0)).isEqualTo(12);
        assertThat(CreditCell.room(288, 256)).isEqualTo(432);
    }

    @Test
    void roomThatCannotGrowByHalfGrowsByOne() {
        assertThat(CreditCell.room(1_500_000_000, 0)).isEqualTo(1_500_000_001);
    }
}
