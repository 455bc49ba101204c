package dev.halflife.impl.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TickerTest {

    @Test
    void systemNeverGoesBackwards() {
        Ticker ticker = Ticker.system();
        long before = ticker.nanos();
        long after = ticker.nanos();
        assertThat(after - before).isNotNegative();
    }

    @Test
    void anyFunctionOfTimeIsATicker() {
        Ticker stopped = () -> 42;
        assertThat(stopped.nanos()).isEqualTo(42);
    }
}
