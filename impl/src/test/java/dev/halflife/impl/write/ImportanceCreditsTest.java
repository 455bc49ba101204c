package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportanceCreditsTest {

    private final ImportanceCredits<String> credits = new ImportanceCredits<>(4);

    @Test
    void a2_theCallThatReachesTheThresholdTakesThePile() {
        assertThat(credits.record("a")).isEmpty();
        assertThat(credits.record("b")).isEmpty();
        assertThat(credits.record("a")).isEmpty();
        assertThat(credits.record("c")).contains(new Flush<>(Map.of("a", 2L, "b", 1L, "c", 1L)));
        assertThat(credits.pending()).isZero();
    }

    @Test
    void a2_theCallThatPassesTheThresholdTakesAllItsOwnCreditsToo() {
        credits.record(List.of("a", "b", "a"));
        assertThat(credits.record(List.of("c", "d", "d", "a", "e")))
                .contains(new Flush<>(Map.of("a", 3L, "b", 1L, "c", 1L, "d", 2L, "e", 1L)));
        assertThat(credits.pending()).isZero();
    }

    @Test
    void a2_aCallLargerThanTheThresholdIsOneFlush() {
        assertThat(credits.record(List.of("a", "a", "a", "a", "a", "b", "a", "a", "a")))
                .contains(new Flush<>(Map.of("a", 8L, "b", 1L)));
    }

    @Test
    void a2_aCallThatEndsOnTheThresholdReachesIt() {
        credits.record("a");
        assertThat(credits.record(List.of("b", "c", "d")).orElseThrow().credits())
                .isEqualTo(4);
    }

    @Test
    void a2_aThresholdOfOneFlushesEveryCredit() {
        ImportanceCredits<String> each = new ImportanceCredits<>(1);
        assertThat(each.record("a")).contains(new Flush<>(Map.of("a", 1L)));
        assertThat(each.record("a")).contains(new Flush<>(Map.of("a", 1L)));
        assertThat(each.pending()).isZero();
    }

    @Test
    void a2_theNextPileStartsAfresh() {
        credits.record(List.of("a", "b", "c", "d"));
        assertThat(credits.record(List.of("e", "f", "g"))).isEmpty();
        assertThat(credits.record("h")).contains(new Flush<>(Map.of("e", 1L, "f", 1L, "g", 1L, "h", 1L)));
    }

    @Test
    void a2_aFlushTakesWhatOtherThreadsHaveRecorded() throws Exception {
        credits.record("a");
        for (String id : List.of("b", "a")) {
            Threads.run(1, thread -> credits.record(id));
        }
        assertThat(credits.pending()).isEqualTo(3);
        assertThat(credits.record("c")).contains(new Flush<>(Map.of("a", 2L, "b", 1L, "c", 1L)));
    }

    @Test
    void a3_recordingNothingDoesNothing() {
        credits.record(List.of("a", "b", "c"));
        assertThat(credits.record(List.of())).isEmpty();
        assertThat(credits.pending()).isEqualTo(3);
    }

    @Test
    void a3_drainingNothingHandsOutNothing() {
        assertThat(credits.drain()).isEmpty();
        credits.record(List.of("a", "b", "c", "d"));
        assertThat(credits.drain()).isEmpty();
    }

    @Test
    void a4_aDrainHandsOutEverythingAndResetsTheCount() {
        credits.record(List.of("a", "b", "a"));
        assertThat(credits.drain()).contains(new Flush<>(Map.of("a", 2L, "b", 1L)));
        assertThat(credits.pending()).isZero();
        assertThat(credits.record(List.of("c", "d", "e"))).isEmpty();
        assertThat(credits.drain()).contains(new Flush<>(Map.of("c", 1L, "d", 1L, "e", 1L)));
    }

    @Test
    void a5_theCountIsWhatHasBeenRecordedSinceTheLastFlush() {
        credits.record("a");
        assertThat(credits.pending()).isEqualTo(1);
        credits.record(List.of("a", "b"));
        assertThat(credits.pending()).isEqualTo(3);
        credits.record("c");
        assertThat(credits.pending()).isZero();
    }

    @Test
    void f6_aRestoredFlushCountsTowardsTheThresholdAgain() {
        credits.record(List.of("a", "b", "a"));
        Flush<String> refused = credits.drain().orElseThrow();
        credits.restore(refused);
        assertThat(credits.pending()).isEqualTo(3);
        assertThat(credits.record("a")).contains(new Flush<>(Map.of("a", 3L, "b", 1L)));
    }

    @Test
    void f6_restoringNeverFlushes_theNextRecordDoes() {
        Flush<String> refused = credits.record(List.of("a", "b", "c", "d", "e")).orElseThrow();
        credits.record("x");
        credits.restore(refused);
        assertThat(credits.pending()).isEqualTo(6);
        assertThat(credits.record(List.of())).isEmpty();
        Flush<String> next = credits.record("y").orElseThrow();
        assertThat(next.credits()).isEqualTo(7);
        assertThat(credits.pending()).isZero();
    }

    @Test
    void f6_whatWasAllowedBeforeARestoreIsNotAfterIt() throws Exception {
        credits.record("a");
        Threads.run(1, thread -> {
            credits.restore(new Flush<>(Map.of("b", 2L)));
            return 0;
        });
        assertThat(credits.record("a")).contains(new Flush<>(Map.of("a", 2L, "b", 2L)));
    }

    @Test
    void f6_aDrainTakesWhatWasRestored() {
        credits.restore(new Flush<>(Map.of("a", 100L)));
        credits.record(List.of());
        assertThat(credits.drain()).contains(new Flush<>(Map.of("a", 100L)));
        assertThat(credits.drain()).isEmpty();
    }

    @Test
    void f6_whatIsRestoredTwiceIsPendingTwice() {
        Flush<String> foreign = new Flush<>(Map.of("a", 2L));
        credits.restore(foreign);
        credits.restore(foreign);
        assertThat(credits.pending()).isEqualTo(4);
        assertThat(credits.record("a")).contains(new Flush<>(Map.of("a", 5L)));
    }

    @Test
    void f6_aFlushRefusedOverAndOverCanStillBeCounted() {
        int times = 100_000;
        for (int i = 0; i < times; i++) {
            Flush<String> flush = credits.record("a").or(credits::drain).orElseThrow();
            credits.restore(flush);
        }
        assertThat(credits.drain()).contains(new Flush<>(Map.of("a", (long) times)));
    }

    @Test
    void f6_restoringMoreThanCanBeCountedChangesNothing() {
        Flush<String> most = new Flush<>(Map.of("a", Long.MAX_VALUE / 2));
        credits.restore(most);
        assertThatThrownBy(() -> credits.restore(new Flush<>(Map.of("b", 1L))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("credits must be within [1, 4611686018427387903]: 4611686018427387903 and 1");
        assertThat(credits.pending()).isEqualTo(Long.MAX_VALUE / 2);
        assertThat(credits.record(List.of("b", "a")).orElseThrow().counts())
                .containsExactly(entry("a", Long.MAX_VALUE / 2 + 1), entry("b", 1L));
    }

    @Test
    void aFlushIsInOrderOfFirstRecord_restoredCreditsFirst() {
        credits.record(List.of("d", "c", "d"));
        Flush<String> refused = credits.drain().orElseThrow();
        credits.record(List.of("b", "c"));
        credits.restore(refused);
        assertThat(credits.record("a").orElseThrow().counts())
                .containsExactly(entry("d", 2L), entry("c", 2L), entry("b", 1L), entry("a", 1L));
    }

    @Test
    void aFlushIsNotChangedByWhatComesLater() {
        Flush<String> flush = credits.record(List.of("a", "b", "c", "d")).orElseThrow();
        credits.record(List.of("e", "f"));
        credits.restore(flush);
        credits.record("g");
        assertThat(flush).isEqualTo(new Flush<>(Map.of("a", 1L, "b", 1L, "c", 1L, "d", 1L)));
    }

    @Test
    void anIdThatCannotBeCountedLosesNoOther() {
        ImportanceCredits<Object> objects = new ImportanceCredits<>(2);
        objects.record("a");
        Flush<Object> flush = objects.record(new Unhashable()).orElseThrow();
        assertThat(flush.credits()).isEqualTo(2);
        assertThatThrownBy(() -> flush.counts().size()).hasMessage("no hash");
        assertThat(objects.record("b")).isEmpty();
        assertThat(objects.pending()).isEqualTo(1);
    }

    @Test
    void aNullIsRefusedAndNothingIsRecorded() {
        assertThatNullPointerException()
                .isThrownBy(() -> credits.record(Arrays.asList("a", null)))
                .withMessage("ids must not hold null");
        assertThat(credits.pending()).isZero();
    }

    @Test
    void theThresholdIsChecked() {
        assertThatThrownBy(() -> new ImportanceCredits<String>(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threshold must be within [1, 1048576]: 0");
        assertThatThrownBy(() -> new ImportanceCredits<String>(1_048_577))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threshold must be within [1, 1048576]: 1048577");
        assertThat(new ImportanceCredits<String>(1_048_576).pending()).isZero();
    }

    private static final class Unhashable {

        @Override
        public boolean equals(Object other) {
            return other == this;
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("no hash");
        }
    }
}
