package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Announcements of announcers other than the registry. */
class AnnouncementTest {

    private final Foreign foreign = new Foreign();

    @Test
    void s1_aForeignAnnouncerGoesThroughTheSameDriver() {
        InMemorySink<String> peers = new InMemorySink<>();
        HeatDriver<String> driver =
                HeatDriver.over(foreign, peers, () -> 7, new VirtualScheduler()).build();
        driver.round();
        assertThat(peers.rates()).containsOnlyKeys("told at 7");
        assertThat(foreign.committed).extracting(Announcement::number).containsExactly(1L);
    }

    @Test
    void t1_anAnnouncementHoldsWhatItWasGiven() {
        List<Emission<String>> emissions = new ArrayList<>(List.of(new Emission<>("a", 1)));
        Announcement<String> announcement = Announcement.of(foreign, 3, emissions);
        emissions.clear();
        assertThat(announcement.number()).isEqualTo(3);
        assertThat(announcement.emissions()).containsExactly(new Emission<>("a", 1));
    }

    @Test
    void t1_anAnnouncementReadsAsItsNumberAndWhatItTells() {
        assertThat(Announcement.of(foreign, 3, List.of(new Emission<>("a", 1))))
                .hasToString("announcement 3 [Emission[key=a, rate=1.0]]");
    }

    @Test
    void f1_onlyItsIssuerAcceptsItsAnswer() {
        Announcement<String> announcement = Announcement.of(foreign, 3, List.of());
        assertThatCode(() -> announcement.requireIssuedBy(foreign)).doesNotThrowAnyException();
        HeatRegistry<String> registry =
                HeatRegistry.<String>marked(HeatPolicy.DEFAULT).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registry.commit(announcement))
                .withMessage("announcement 3 was issued by another registry");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void t1_ticksAreCountedFromOne(long number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Announcement.of(foreign, number, List.of()))
                .withMessage("number must be within [1, 9223372036854775807]: " + number);
    }

    /** Has one thing to tell at each tick. */
    private static final class Foreign implements Announcer<String> {

        private final List<Announcement<String>> committed = new ArrayList<>();
        private long ticks;

        @Override
        public Announcement<String> tick(long nowNanos) {
            return Announcement.of(this, ++ticks, List.of(new Emission<>("told at " + nowNanos, 1)));
        }

        @Override
        public void commit(Announcement<String> announcement) {
            announcement.requireIssuedBy(this);
            committed.add(announcement);
        }

        @Override
        public void rollback(Announcement<String> announcement) {
            throw new AssertionError("this sink does not fail");
        }
    }
}
