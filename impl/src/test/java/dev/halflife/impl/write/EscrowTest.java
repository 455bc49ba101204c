package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How often a cell has to ask for an allowance: what makes it pay, of which replies tell nothing. */
class EscrowTest {

    private static final int THRESHOLD = 256;
    private static final int FLUSHES = 100;

    private final Escrow<Integer> escrow = new Escrow<>(THRESHOLD);
    private int asked;

    @Test
    void oneCellAsksOnceAFlush() {
        CreditCell<Integer> cell = CreditCell.empty();
        for (int i = 0; i < FLUSHES * THRESHOLD; i++) {
            record(cell);
        }
        assertThat(asked).isLessThanOrEqualTo(FLUSHES + 1);
    }

    @Test
    void cellsThatTakeTurnsAskAFewTimesEach() {
        List<CreditCell<Integer>> cells =
                Stream.generate(CreditCell::<Integer>empty).limit(4).toList();
        for (int i = 0; i < FLUSHES * THRESHOLD; i++) {
            record(cells.get(i % cells.size()));
        }
        assertThat(asked).isLessThanOrEqualTo(FLUSHES * 4 * cells.size());
    }

    @Test
    void aCellThatHasGoneQuietDoesNotMakeAnotherAskForLong() {
        CreditCell<Integer> quiet = CreditCell.empty();
        CreditCell<Integer> busy = CreditCell.empty();
        for (int i = 0; i < 4 * THRESHOLD; i++) {
            record(i % 2 == 0 ? quiet : busy);
        }
        asked = 0;
        for (int i = 0; i < FLUSHES * THRESHOLD; i++) {
            record(busy);
        }
        assertThat(asked).isLessThanOrEqualTo(FLUSHES + 20);
    }

    private void record(CreditCell<Integer> cell) {
        if (!cell.record(1)) {
            asked++;
            escrow.record(cell, new Integer[] {1});
        }
    }
}
