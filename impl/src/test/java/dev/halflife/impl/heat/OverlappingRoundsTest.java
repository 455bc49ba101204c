package dev.halflife.impl.heat;

import static dev.halflife.impl.heat.RoundOutcome.COMMITTED;
import static dev.halflife.impl.heat.RoundOutcome.NOTHING_TO_ANNOUNCE;
import static dev.halflife.impl.heat.RoundOutcome.ROLLED_BACK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** S2, F1, F10: rounds of one driver or of two that are under way at the same time. */
class OverlappingRoundsTest {

    private static final long LEASE_NANOS = 500;
    private static final HeatPolicy POLICY = new HeatPolicy(true, 2, 1_000_000);

    private final HeatRegistry<String> registry =
            HeatRegistry.<String>marked(POLICY).leaseNanos(LEASE_NANOS).build();
    private final PendingSink<String> sink = new PendingSink<>();
    private final HeatDriver<String> one = driver(registry, sink);
    private final HeatDriver<String> other = driver(registry, sink);
    private long nowNanos;

    @Test
    void s2_noKeyIsHandedToTheSinkTwiceAtOnce() {
        int answered = 0;
        for (int i = 0; i < 1_000; i++) {
            registry.bump("key " + i * i % 7, 0);
            HeatDriver<String> driver = i % 2 == 0 ? one : other;
            driver.round();
            assertThat(sink.pendingKeys()).doesNotHaveDuplicates();
            if (i % 3 == 0 && answered < sink.batches().size()) {
                answer(answered++, i % 4 != 0);
            }
        }
        assertThat(answered).isGreaterThan(20);
    }

    @Test
    void s2_twoDriversShareTheKeysBetweenThem() {
        registry.bump("a", 0);
        one.round();
        registry.bump("b", 0);
        other.round();
        assertThat(sink.batches()).containsExactly(List.of(new Emission<>("a", 1)), List.of(new Emission<>("b", 1)));
        sink.succeed(1);
        sink.succeed(0);
        assertThat(belief("a")).isEqualTo(Belief.announced(1));
        assertThat(belief("b")).isEqualTo(Belief.announced(1));
    }

    @Test
    void f10_aLostAnswerHoldsItsKeysForALeaseAndNoLonger() {
        HeatDriver<String> dead = driver(registry, new PendingSink<>());
        registry.bump("a", 0);
        dead.round();
        nowNanos = LEASE_NANOS;
        assertThat(one.round()).isCompletedWithValue(NOTHING_TO_ANNOUNCE);
        nowNanos = LEASE_NANOS + 1;
        one.round();
        assertThat(sink.pendingKeys()).containsExactly("a");
    }

    @Test
    void f1_anAnswerAfterTheLeaseTakesOneMoreRoundToSettle() {
        registry.bump("a", 0);
        var late = one.round();
        nowNanos = LEASE_NANOS + 1;
        other.round();
        sink.succeed(0);
        assertThat(late).isCompletedWithValue(COMMITTED);
        assertThat(registry.inFlight()).isEqualTo(1);
        sink.succeed(1);
        assertThat(belief("a")).isEqualTo(Belief.unknown());
        other.round();
        sink.succeed(2);
        assertThat(belief("a").mayBeHot()).isTrue();
        assertThat(other.round()).isCompletedWithValue(NOTHING_TO_ANNOUNCE);
    }

    @Test
    void t5_withoutMarksOverlappingRoundsRepeatThemselvesAndSettleOnceTheyNoLongerOverlap() {
        HeatRegistry<String> unmarked = HeatRegistry.<String>unmarked(POLICY).build();
        HeatDriver<String> driver = driver(unmarked, sink);
        unmarked.bump("a", 0);
        driver.round();
        driver.round();
        assertThat(sink.pendingKeys()).containsExactly("a", "a");
        sink.succeed(0);
        sink.succeed(1);
        driver.round();
        sink.succeed(2);
        assertThat(driver.round()).isCompletedWithValue(NOTHING_TO_ANNOUNCE);
    }

    @Test
    void f13_aRoundGivenUpIsRolledBackWhenTheNextOneBegins() {
        HeatDriver<String> impatient = impatient(Duration.ofNanos(100));
        registry.bump("a", 0);
        var lost = impatient.round();
        nowNanos = 100;
        impatient.round();
        assertThat(lost.toCompletableFuture()).isNotDone();
        nowNanos = 101;
        impatient.round();
        assertThat(lost).isCompletedWithValue(ROLLED_BACK);
        assertThat(sink.batches()).hasSize(2);
        assertThat(registry.inFlight()).isEqualTo(1);
    }

    /** Else peers that applied the first batch after the second one would believe it for ever. */
    @Test
    void f13_theLateAnswerToARoundGivenUpMakesTheRegistryTellPeersOnceMore() {
        HeatDriver<String> impatient = impatient(Duration.ofNanos(100));
        registry.bump("a", 0);
        impatient.round();
        nowNanos = 101;
        impatient.round();
        sink.succeed(1);
        assertThat(impatient.round()).isCompletedWithValue(NOTHING_TO_ANNOUNCE);
        sink.succeed(0);
        assertThat(belief("a")).isEqualTo(Belief.unknown());
        impatient.round();
        sink.succeed(2);
        assertThat(impatient.round()).isCompletedWithValue(NOTHING_TO_ANNOUNCE);
    }

    @Test
    void f13_soDoesALateFailure() {
        HeatDriver<String> impatient = impatient(Duration.ofNanos(100));
        registry.bump("a", 0);
        impatient.round();
        nowNanos = 101;
        impatient.round();
        sink.succeed(1);
        sink.fail(0);
        assertThat(belief("a")).isEqualTo(Belief.unknown());
    }

    private HeatDriver<String> impatient(Duration giveUpAfter) {
        return HeatDriver.over(registry, sink, () -> nowNanos, new VirtualScheduler())
                .giveUpAfter(giveUpAfter)
                .onFailure(failure -> {})
                .build();
    }

    private HeatDriver<String> driver(HeatRegistry<String> over, HeatSink<String> into) {
        return HeatDriver.over(over, into, () -> nowNanos, new VirtualScheduler())
                .onFailure(failure -> {})
                .build();
    }

    private void answer(int batch, boolean applied) {
        if (applied) {
            sink.succeed(batch);
        } else {
            sink.fail(batch);
        }
    }

    private Belief belief(String key) {
        return registry.observe(key).orElseThrow().belief();
    }
}
