package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkingSetTest {

    private static final Revision<String, Integer> FIRST = new Revision<>(1, "a", 1, 10);
    private static final Revision<String, Integer> SECOND = new Revision<>(2, "a", 2, 10);

    private final WorkingSet<String, Integer> set = new WorkingSet<>();

    @Test
    void c1_aRevisionIsFoundByItsIdAndAsTheHead() {
        set.upsert(FIRST);
        assertThat(set.byId(1)).contains(FIRST);
        assertThat(set.head("a")).contains(FIRST);
        assertThat(set.head("b")).isEmpty();
        assertThat(set.byId(2)).isEmpty();
    }

    @Test
    void c1_anOlderRevisionIsStoredButIsNotTheHead() {
        set.upsert(SECOND);
        set.upsert(FIRST);
        assertThat(set.head("a")).contains(SECOND);
        assertThat(set.byId(1)).contains(FIRST);
        assertThat(set.size()).isEqualTo(2);
    }

    @Test
    void c1_versionDecidesBeforeCreationAndCreationBeforeTheId() {
        Revision<String, Integer> lateButLow = new Revision<>(9, "a", 1, 99);
        Revision<String, Integer> laterOfItsVersion = new Revision<>(0, "a", 2, 11);
        Revision<String, Integer> greaterOfItsInstant = new Revision<>(3, "a", 2, 11);
        set.upsert(SECOND);
        set.upsert(lateButLow);
        assertThat(set.head("a")).contains(SECOND);
        set.upsert(laterOfItsVersion);
        assertThat(set.head("a")).contains(laterOfItsVersion);
        set.upsert(greaterOfItsInstant);
        assertThat(set.head("a")).contains(greaterOfItsInstant);
    }

    @Test
    void c2_aRevisionThatArrivesTwiceChangesNothing() {
        set.upsert(FIRST);
        set.upsert(FIRST);
        assertThat(set.size()).isEqualTo(1);
        assertThat(set.trim("a")).isZero();
    }

    @Test
    void f12_trimmingDropsWhatIsOlderThanTheHead() {
        set.upsert(FIRST);
        set.upsert(SECOND);
        set.upsert(new Revision<>(3, "b", 1, 10));
        assertThat(set.trim("a")).isEqualTo(1);
        assertThat(set.byId(1)).isEmpty();
        assertThat(set.byId(2)).contains(SECOND);
        assertThat(set.head("a")).contains(SECOND);
        assertThat(set.size()).isEqualTo(2);
        assertThat(set.trim("a")).isZero();
        assertThat(set.trim("nothing")).isZero();
    }

    @Test
    void c2_aTrimmedRevisionThatArrivesAgainDoesNotBecomeTheHead() {
        set.upsert(FIRST);
        set.upsert(SECOND);
        set.trim("a");
        set.upsert(FIRST);
        assertThat(set.head("a")).contains(SECOND);
        assertThat(set.byId(1)).contains(FIRST);
        assertThat(set.trim("a")).isEqualTo(1);
    }

    @Test
    void c1_anIdThatNamesTwoRevisionsIsRefused() {
        set.upsert(FIRST);
        assertThatThrownBy(() -> set.upsert(new Revision<>(1, "a", 5, 10)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> set.upsert(new Revision<>(1, "b", 5, 10)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(set.head("a")).contains(FIRST);
        assertThat(set.head("b")).isEmpty();
        assertThat(set.size()).isEqualTo(1);
    }

    @Test
    void f12_aHeadIsAlwaysKnownByItsIdAndNeverGoesBackWhileOthersWriteAndTrim() throws Exception {
        int versions = 20_000;
        AtomicInteger running = new AtomicInteger(2);
        Together.run(4, thread -> {
            if (thread < 2) {
                try {
                    for (int version = thread; version < versions; version += 2) {
                        set.upsert(new Revision<>(version, "a", version, 0));
                    }
                } finally {
                    running.decrementAndGet();
                }
            } else if (thread == 2) {
                while (running.get() > 0) {
                    set.trim("a");
                }
            } else {
                readHeadsWhile(running);
            }
        });
        set.trim("a");
        assertThat(set.head("a")).contains(new Revision<>(versions - 1, "a", versions - 1, 0));
        assertThat(set.size()).isEqualTo(1);
    }

    private void readHeadsWhile(AtomicInteger running) {
        long newest = -1;
        while (running.get() > 0) {
            Revision<String, Integer> head = set.head("a").orElse(null);
            if (head == null) {
                continue;
            }
            assertThat(head.version()).isGreaterThanOrEqualTo(newest);
            newest = head.version();
            // Unknown by its id only if it is the head no longer.
            if (set.byId(head.id()).isEmpty()) {
                assertThat(set.head("a").orElseThrow().version()).isGreaterThan(newest);
            }
        }
    }
}
