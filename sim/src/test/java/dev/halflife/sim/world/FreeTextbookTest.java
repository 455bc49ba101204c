package dev.halflife.sim.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Substitute;
import dev.halflife.sim.heat.HeatComponent;
import dev.halflife.sim.heat.museum.FreeTextbook;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Trial;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A correct registry that is different wherever it may be is not convicted. */
class FreeTextbookTest {

    private static final long SCHEDULES = Long.getLong("halflife.schedules", 2_000);
    private static final long SEEDS = Long.getLong("halflife.seeds", 2);

    @ParameterizedTest
    @ValueSource(strings = {"published", "strict"})
    void aRegistryThatDecidesByLotHolds(String name) {
        Contract contract = Contract.named(name);
        for (HeatComponent heat : new HeatComponent[] {HeatComponent.heat(), HeatComponent.blobHeat()}) {
            AtomicLong lots = new AtomicLong();
            holds(
                    new Substitute<>(heat, config -> FreeTextbook.of(config, contract, lots.incrementAndGet())),
                    contract);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"published", "strict"})
    void aMeshAroundARegistryThatDecidesByLotHolds(String name) {
        Contract contract = Contract.named(name);
        for (HeatComponent heat : new HeatComponent[] {HeatComponent.heat(), HeatComponent.blobHeat()}) {
            AtomicLong lots = new AtomicLong();
            holds(
                    new Substitute<>(
                            new MeshComponent(heat),
                            config -> new MeshSubject(
                                    config, FreeTextbook.of(config.heat(), contract, lots.incrementAndGet()))),
                    contract);
        }
    }

    private static <C, S, O extends Operation<O>, R> void holds(Component<C, S, O, R> component, Contract contract) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            assertThat(new Campaign<>(new Trial<>(component, "by lot", contract), seed, 1)
                            .run(SCHEDULES, Parallel.Stop.NEVER, Progress.NONE)
                            .broken())
                    .as("seed %s", seed)
                    .isEmpty();
        }
    }
}
