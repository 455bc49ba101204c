package dev.halflife.impl.write;

import static dev.halflife.impl.write.CircuitBreaker.State.CLOSED;
import static dev.halflife.impl.write.CircuitBreaker.State.HALF_OPEN;
import static dev.halflife.impl.write.CircuitBreaker.State.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private final CircuitBreaker breaker = new CircuitBreaker(3, 100);

    @Test
    void b1_theFailureThatMakesEnoughInARowOpensIt() {
        fail(2, 10);
        assertThat(breaker.state(10)).isEqualTo(CLOSED);
        assertThat(breaker.tryAcquire(10)).isTrue();
        fail(1, 10);
        assertThat(breaker.state(10)).isEqualTo(OPEN);
        assertThat(breaker.tryAcquire(10)).isFalse();
    }

    @Test
    void b1_aSuccessClearsTheFailures() {
        fail(2, 10);
        breaker.success(10);
        fail(2, 10);
        assertThat(breaker.state(10)).isEqualTo(CLOSED);
    }

    @Test
    void b1_thePublishedLimitsAreFiveFailuresAndThirtySeconds() {
        CircuitBreaker published = new CircuitBreaker();
        for (int i = 0; i < 4; i++) {
            published.failure(0);
        }
        assertThat(published.tryAcquire(0)).isTrue();
        published.failure(0);
        assertThat(published.tryAcquire(29_999_999_999L)).isFalse();
        assertThat(published.tryAcquire(30_000_000_000L)).isTrue();
    }

    @Test
    void b1_oneFailureCanBeEnough() {
        CircuitBreaker touchy = new CircuitBreaker(1, 100);
        touchy.failure(0);
        assertThat(touchy.state(0)).isEqualTo(OPEN);
    }

    @Test
    void b1_aSuccessClosesItWhoeverReportsIt() {
        fail(3, 10);
        breaker.success(20);
        assertThat(breaker.state(20)).isEqualTo(CLOSED);
        assertThat(breaker.tryAcquire(20)).isTrue();
        fail(2, 20);
        assertThat(breaker.state(20)).isEqualTo(CLOSED);
    }

    @Test
    void b2_openEndsExactlyWhenItsTimeIsOver() {
        fail(3, 10);
        assertThat(breaker.state(109)).isEqualTo(OPEN);
        assertThat(breaker.tryAcquire(109)).isFalse();
        assertThat(breaker.state(110)).isEqualTo(HALF_OPEN);
        assertThat(breaker.tryAcquire(110)).isTrue();
    }

    @Test
    void b2_aProbeThatSucceedsClosesIt() {
        fail(3, 0);
        breaker.tryAcquire(100);
        breaker.success(101);
        assertThat(breaker.state(101)).isEqualTo(CLOSED);
        assertThat(breaker.tryAcquire(101)).isTrue();
        assertThat(breaker.tryAcquire(101)).isTrue();
    }

    @Test
    void b2_aProbeThatFailsOpensItForAnotherWholeTime() {
        fail(3, 0);
        breaker.tryAcquire(100);
        breaker.failure(150);
        assertThat(breaker.state(249)).isEqualTo(OPEN);
        assertThat(breaker.tryAcquire(249)).isFalse();
        assertThat(breaker.tryAcquire(250)).isTrue();
    }

    @Test
    void f8_onlyOneProbeGoes() {
        fail(3, 0);
        assertThat(breaker.tryAcquire(100)).isTrue();
        assertThat(breaker.state(100)).isEqualTo(HALF_OPEN);
        assertThat(breaker.tryAcquire(100)).isFalse();
        assertThat(breaker.tryAcquire(199)).isFalse();
    }

    @Test
    void f8_aProbeThatNeverReportsLosesItsTurn() {
        fail(3, 0);
        breaker.tryAcquire(150);
        assertThat(breaker.tryAcquire(249)).isFalse();
        assertThat(breaker.state(250)).isEqualTo(HALF_OPEN);
        assertThat(breaker.tryAcquire(250)).isTrue();
        assertThat(breaker.tryAcquire(250)).isFalse();
    }

    @Test
    void b3_aFailureWhileItIsOpenProlongsTheOpenTime() {
        fail(3, 0);
        breaker.failure(50);
        assertThat(breaker.tryAcquire(149)).isFalse();
        assertThat(breaker.tryAcquire(150)).isTrue();
    }

    @Test
    void b3_aFailureWithAnOlderTimeDoesNotShortenIt() {
        fail(3, 1_000);
        breaker.failure(10);
        assertThat(breaker.state(1_099)).isEqualTo(OPEN);
        assertThat(breaker.tryAcquire(1_099)).isFalse();
    }

    @Test
    void b3_aProbesFailureWithAnOlderTimeDoesNotShortenItsTurn() {
        fail(3, 0);
        breaker.tryAcquire(1_000);
        breaker.failure(10);
        assertThat(breaker.state(1_099)).isEqualTo(OPEN);
        assertThat(breaker.tryAcquire(1_099)).isFalse();
        assertThat(breaker.tryAcquire(1_100)).isTrue();
    }

    @Test
    void b3_aLateFailureEndsTheProbesTurn() {
        fail(3, 0);
        breaker.tryAcquire(100);
        breaker.failure(110);
        assertThat(breaker.state(200)).isEqualTo(OPEN);
        breaker.success(120);
        assertThat(breaker.state(120)).isEqualTo(CLOSED);
    }

    @Test
    void anOpenTimeBeyondTheClockLastsAsLongAsTheClock() {
        CircuitBreaker patient = new CircuitBreaker(1, Long.MAX_VALUE);
        patient.failure(5);
        assertThat(patient.tryAcquire(Long.MAX_VALUE - 1)).isFalse();
    }

    @Test
    void aClockMayStartBelowZero() {
        fail(3, -1_000);
        assertThat(breaker.tryAcquire(-901)).isFalse();
        assertThat(breaker.tryAcquire(-900)).isTrue();
    }

    @Test
    void theLimitsAreChecked() {
        assertThatThrownBy(() -> new CircuitBreaker(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("failures must be within [1, 2147483647]: 0");
        assertThatThrownBy(() -> new CircuitBreakers<String>(1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("openNanos must be within [1, 9223372036854775807]: 0");
    }

    @Test
    void theSmallestLimitsWillDo() {
        CircuitBreaker smallest = new CircuitBreaker(1, 1);
        smallest.failure(0);
        assertThat(smallest.tryAcquire(0)).isFalse();
        assertThat(smallest.tryAcquire(1)).isTrue();
    }

    @Test
    void b3_partitionsDoNotTouchEachOther() {
        CircuitBreakers<String> breakers = new CircuitBreakers<>(1, 100);
        breakers.of("a").failure(0);
        assertThat(breakers.of("a").tryAcquire(0)).isFalse();
        assertThat(breakers.of("b").tryAcquire(0)).isTrue();
        assertThat(breakers.of("a")).isSameAs(breakers.of("a"));
    }

    @Test
    void f8_ofManyThreadsOneIsTheProbe() throws Exception {
        for (int round = 0; round < 500; round++) {
            CircuitBreaker contended = new CircuitBreaker(1, 100);
            contended.failure(0);
            List<Boolean> went = Threads.run(3, thread -> contended.tryAcquire(100));
            assertThat(went).containsOnlyOnce(true);
        }
    }

    @Test
    void b3_failuresOfManyThreadsAreAllCountedAndTheLatestDecides() throws Exception {
        for (int round = 0; round < 500; round++) {
            CircuitBreaker contended = new CircuitBreaker(3, 100);
            Threads.run(3, thread -> {
                contended.failure(thread * 10L);
                return thread;
            });
            assertThat(contended.state(0)).isEqualTo(OPEN);
            // The failure that opens it may be an older one, and those before it have no open time yet.
            contended.failure(20);
            assertThat(contended.tryAcquire(119)).isFalse();
            assertThat(contended.tryAcquire(120)).isTrue();
        }
    }

    private void fail(int times, long nowNanos) {
        for (int i = 0; i < times; i++) {
            breaker.failure(nowNanos);
        }
    }
}
