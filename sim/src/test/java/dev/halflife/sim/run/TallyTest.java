package dev.halflife.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What many schedules come to together. */
final class TallyTest {

    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    @Test
    void virtualTimeAddsUpBeyondWhatALongHolds() {
        Tally<Object, Object, HeatOperation, HeatReply> one = tally();
        Tally<Object, Object, HeatOperation, HeatReply> other = tally();
        one.merge(other);
        assertThat(one.simulated()).isEqualTo(LONGEST.multipliedBy(4));
    }

    private static Tally<Object, Object, HeatOperation, HeatReply> tally() {
        Tally<Object, Object, HeatOperation, HeatReply> tally = new Tally<>();
        tally.add(1, LONGEST, 0, 0);
        tally.add(1, LONGEST, 0, 0);
        return tally;
    }
}
