package dev.halflife.model.heat;

import static dev.halflife.model.heat.HeatState.REMEMBERED_KEYS;
import static dev.halflife.model.heat.HeatState.REMEMBERED_TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What ticks announced, over more of them than are remembered. */
class IssuesTest {

    @Test
    void theLastTicksAreRememberedAndNoOthersHoweverManyThereWere() {
        Issues issues = Issues.NONE;
        for (long tick = 1; tick <= 5L * REMEMBERED_TICKS; tick++) {
            issues = issues.with(tick, Announced.NOTHING);
            if (tick > REMEMBERED_TICKS && tick % 1000 == 0) {
                assertThat(issues.get(tick - REMEMBERED_TICKS + 1)).isNotNull();
                assertThat(issues.get(tick - REMEMBERED_TICKS)).isNull();
            }
            assertThat(issues.held()).isLessThanOrEqualTo(2 * REMEMBERED_TICKS);
        }
    }

    @Test
    void ticksThatAnnounceManyKeysAreRememberedAsLongAsTheirKeysFit() {
        Announced quarter = announced(REMEMBERED_KEYS / 4);
        Issues issues = Issues.NONE;
        for (long tick = 1; tick <= 40; tick++) {
            issues = issues.with(tick, quarter);
            assertThat(issues.get(tick - 4)).isNull();
            for (long last = Math.max(1, tick - 3); last <= tick; last++) {
                assertThat(issues.get(last)).isNotNull();
            }
            assertThat(issues.held()).isLessThanOrEqualTo(8);
        }
    }

    @Test
    void aTickThatWasForgottenMayBeIssuedAgain() {
        Issues issues = Issues.NONE;
        for (long tick = 1; tick <= REMEMBERED_TICKS + 1; tick++) {
            issues = issues.with(tick, Announced.NOTHING);
        }
        assertThat(issues.get(1)).isNull();
        assertThat(issues.with(1, announced(1)).get(1)).isEqualTo(announced(1));
    }

    private static Announced announced(int keys) {
        List<HeatReply.Emission> emissions = new ArrayList<>();
        for (int i = 0; i < keys; i++) {
            emissions.add(new HeatReply.Emission(Integer.toHexString(i), 1));
        }
        return Announced.of(emissions);
    }
}
