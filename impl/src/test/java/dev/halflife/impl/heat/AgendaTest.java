package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** An agenda's heap in many orders, and its room, of which what is due tells nothing. */
class AgendaTest {

    @Test
    void t1_whatIsDueIsFoundInWhateverOrderItWasPlanned() {
        for (int seed = 1; seed <= 200; seed++) {
            List<Long> times =
                    LongStream.range(0, 1 + seed % 40).boxed().collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(times, new Random(seed));
            Agenda<Long> agenda = new Agenda<>();
            times.forEach(nanos -> agenda.plan(new Entry<>(nanos, Told.NOTHING), nanos));
            for (long now : times) {
                assertThat(agenda.due(now))
                        .as("seed %d", seed)
                        .extracting(Entry::key)
                        .containsExactlyInAnyOrderElementsOf(
                                LongStream.rangeClosed(0, now).boxed().toList());
            }
        }
    }

    @Test
    void aPileOrHeapThatIsFullGrowsByAQuarter() {
        assertThat(Agenda.roomToAdd(16, 15)).isEqualTo(16);
        assertThat(Agenda.roomToAdd(16, 16)).isEqualTo(20);
    }

    @Test
    void aPileBelowAnEighthOfItsRoomGivesHalfOfItBack() {
        assertThat(Agenda.roomToKeep(1_000, 125)).isEqualTo(1_000);
        assertThat(Agenda.roomToKeep(1_000, 124)).isEqualTo(500);
    }

    @Test
    void theFirstRoomIsKept() {
        assertThat(Agenda.roomToKeep(16, 0)).isEqualTo(16);
    }
}
