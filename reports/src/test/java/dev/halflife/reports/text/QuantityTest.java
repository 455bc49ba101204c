package dev.halflife.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.sim.text.Columns;
import dev.halflife.sim.text.Quantity;
import org.junit.jupiter.api.Test;

/** Numbers are short and the same everywhere. */
final class QuantityTest {

    @Test
    void countsFitFiveCharacters() {
        assertThat(Quantity.compact(0)).isEqualTo("0");
        assertThat(Quantity.compact(999)).isEqualTo("999");
        assertThat(Quantity.compact(1000)).isEqualTo("1.0k");
        assertThat(Quantity.compact(99_949)).isEqualTo("99.9k");
        assertThat(Quantity.compact(99_950)).isEqualTo("100k");
        assertThat(Quantity.compact(999_500)).isEqualTo("1.0M");
        assertThat(Quantity.compact(88_658_373)).isEqualTo("88.7M");
        assertThat(Quantity.exact(1_234_567)).isEqualTo("1,234,567");
    }

    @Test
    void timesHaveOneUnitOrTwo() {
        assertThat(Quantity.wall(40)).isEqualTo("40 ms");
        assertThat(Quantity.wall(4100)).isEqualTo("4.1 s");
        assertThat(Quantity.wall(125_000)).isEqualTo("2 min 5 s");
        assertThat(Quantity.wall(11_520_000)).isEqualTo("3 h 12 min");
        assertThat(Quantity.virtual(5e5)).isEqualTo("500 µs");
        assertThat(Quantity.virtual(4e7)).isEqualTo("40 ms");
        assertThat(Quantity.virtual(5e9)).isEqualTo("5.0 s");
        assertThat(Quantity.virtual(4e16)).isEqualTo("1.3 years");
        assertThat(Quantity.virtual(3.8e19)).isEqualTo("1,204 years");
        assertThat(Quantity.virtual(4e22)).isEqualTo("1.3M years");
    }

    @Test
    void textIsBrokenBetweenWords() {
        assertThat(Columns.wrap("one two three", 7)).containsExactly("one two", "three");
        assertThat(Columns.right("7", 3)).isEqualTo("  7");
        assertThat(Columns.left("long", 3)).isEqualTo("long");
    }
}
