package dev.halflife.sim.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Operation;
import dev.halflife.sim.Components;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.explore.Explorer;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.shrink.Shrinker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MeshCampaignTest {

    private static final int SCHEDULES = 2_000;

    /** Enough for several batches of each thread. */
    private static final int FEW = 800;

    static Stream<Component<?, ?, ?, ?>> worlds() {
        return Components.worlds().stream().filter(MeshComponent.class::isInstance);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void theReferenceHoldsInEverySmallWorld(Component<?, ?, ?, ?> world) {
        assertThat(explore(world).broken()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void thePublishedPortHoldsUnderThePublishedContract(Component<?, ?, ?, ?> world) {
        assertThat(campaign(world, "published", Contract.published(), 22, 2).broken())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void theReferenceConvergesAndEverySituationIsMet(Component<?, ?, ?, ?> world) {
        Tally<?, ?, ?, ?> tally = campaign(world, "reference", Contract.strict(), 23, 2);

        assertThat(tally.broken()).isEmpty();
        assertThat(tally.undecided()).isZero();
        List<String> unseen = new ArrayList<>();
        for (int i = 0; i < world.situations().size(); i++) {
            if (tally.metBy(i) == 0) {
                unseen.add(world.situations().get(i).id());
            }
        }
        assertThat(world.situations()).hasSize(17);
        assertThat(unseen).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void theWorldFindsEveryFindingOfThePublishedPortByItself(Component<?, ?, ?, ?> world) {
        for (long seed = 1; seed <= 3; seed++) {
            Map<String, Integer> steps = shrunkSteps(world, seed);

            for (Finding finding : world.findings()) {
                assertThat(steps)
                        .as("seed %d", seed)
                        .hasEntrySatisfying(
                                finding.name(), count -> assertThat(count).isLessThanOrEqualTo(8));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void theSameSeedGivesTheSameTallyForAnyNumberOfJobs(Component<?, ?, ?, ?> world) {
        assertThat(campaign(world, "reference", Contract.strict(), 5, 3, FEW).digest())
                .isEqualTo(campaign(world, "reference", Contract.strict(), 5, 1, FEW)
                        .digest());
    }

    private static <C, S, O extends Operation<O>, R> Map<String, Integer> shrunkSteps(
            Component<C, S, O, R> world, long seed) {
        Map<String, Integer> steps = new TreeMap<>();
        for (Tally.Broken<C, S, O, R> broken :
                campaign(world, "published", Contract.strict(), seed, 2).broken()) {
            var shrunk = Shrinker.shrink(broken.first());
            steps.put(
                    shrunk.violation().rule().id(),
                    shrunk.schedule().operations().size());
        }
        return steps;
    }

    private static <C, S, O extends Operation<O>, R> Tally<C, S, O, R> explore(Component<C, S, O, R> world) {
        Trial<C, S, O, R> trial = new Trial<>(world, "reference", Contract.strict());
        return new Explorer<>(trial, 3, 2, 2).run(Parallel.Stop.NEVER, Progress.NONE);
    }

    private static <C, S, O extends Operation<O>, R> Tally<C, S, O, R> campaign(
            Component<C, S, O, R> world, String subject, Contract contract, long seed, int jobs) {
        return campaign(world, subject, contract, seed, jobs, SCHEDULES);
    }

    private static <C, S, O extends Operation<O>, R> Tally<C, S, O, R> campaign(
            Component<C, S, O, R> world, String subject, Contract contract, long seed, int jobs, int schedules) {
        Trial<C, S, O, R> trial = new Trial<>(world, subject, contract);
        return new Campaign<>(trial, seed, jobs).run(schedules, Parallel.Stop.NEVER, Progress.NONE);
    }
}
