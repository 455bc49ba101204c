package dev.halflife.sim.shard;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** How a campaign is divided. */
class CellsProperties {

    @Property
    void everyScheduleIsInOneCellAndNoCellIsLongerThanTheFirst(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long schedules) {
        Cells cells = new Cells(schedules);
        assertThat(cells.count()).isBetween(1, Cells.MOST);
        assertThat(cells.from(0)).isZero();
        assertThat(cells.from(cells.count())).isEqualTo(schedules);
        for (int cell = 0; cell < cells.count(); cell++) {
            assertThat(cells.size(cell)).isBetween(1L, cells.size(0));
        }
    }

    @Property
    void everyCellFallsToOneShard(
            @ForAll @IntRange(min = 1, max = Cells.MOST) int of, @ForAll @IntRange(max = Cells.MOST) int cell) {
        int takers = 0;
        for (int index = 0; index < of; index++) {
            takers += new Shard(index, of).has(cell) ? 1 : 0;
        }
        assertThat(takers).isEqualTo(1);
    }
}
