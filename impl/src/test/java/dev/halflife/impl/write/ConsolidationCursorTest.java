package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConsolidationCursorTest {

    private final ConsolidationCursor cursor = new ConsolidationCursor();

    @Test
    void k1_theCursorStartsAtTheBeginningOfTime() {
        assertThat(cursor.position()).isZero();
        assertThat(cursor.advance(0)).isFalse();
        assertThat(cursor.advance(-5)).isFalse();
        assertThat(cursor.position()).isZero();
    }

    @Test
    void k1_theCursorMovesForwardOnly() {
        assertThat(cursor.advance(5)).isTrue();
        assertThat(cursor.advance(5)).isFalse();
        assertThat(cursor.advance(4)).isFalse();
        assertThat(cursor.position()).isEqualTo(5);
        assertThat(cursor.advance(Long.MAX_VALUE)).isTrue();
        assertThat(cursor.position()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void k1_advancesInManyThreadsLeaveTheMaximumAndEachStepIsTakenOnce() throws Exception {
        AtomicInteger toTheEnd = new AtomicInteger();
        Together.run(4, thread -> {
            long reached = 0;
            for (int millis = 1; millis <= 10_000; millis++) {
                boolean moved = cursor.advance(millis);
                if (moved && millis == 10_000) {
                    toTheEnd.incrementAndGet();
                }
                long position = cursor.position();
                assertThat(position).isGreaterThanOrEqualTo(Math.max(millis, reached));
                reached = position;
            }
        });
        assertThat(cursor.position()).isEqualTo(10_000);
        assertThat(toTheEnd.get()).isEqualTo(1);
    }
}
