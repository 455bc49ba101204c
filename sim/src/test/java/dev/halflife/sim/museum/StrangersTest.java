package dev.halflife.sim.museum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.model.heat.HeatState;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.heat.HeatComponent;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes that are not in the museum, by somebody who has only a subject's interface: they are caught as well. */
class StrangersTest {

    /** A tenth of what the gate runs. */
    private static final long SCHEDULES = 10_000;

    static Stream<Arguments> strangers() {
        return Stream.of(HeatComponent.heat(), HeatComponent.blobHeat())
                .flatMap(component -> Stranger.ALL.stream().map(stranger -> Arguments.of(component, stranger)));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void aStrangerIsCaught(HeatComponent component, Stranger stranger) {
        Staged<HeatConfig, HeatState, HeatOperation, HeatReply> staged =
                Staged.trying(component, config -> stranger.before(component.subject("reference", config)));
        Campaign<HeatConfig, HeatState, HeatOperation, HeatReply> campaign =
                new Campaign<>(new Trial<>(staged, "staged", Contract.strict()), 1, 1);

        assertThat(Stream.iterate(0L, index -> index < SCHEDULES, index -> index + 1)
                        .map(campaign::only)
                        .map(Tally::broken)
                        .filter(broken -> !broken.isEmpty())
                        .findFirst()
                        .orElse(List.of()))
                .isNotEmpty();
    }
}
