package dev.halflife.sim.write.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.sim.campaign.Campaign;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathCampaignTest {

    private static final int SCHEDULES = 2_000;

    /** Enough for several batches of each thread. */
    private static final int FEW = 800;

    private static final PathComponent WORLD = new PathComponent();

    /** One campaign on three threads, asked several questions. */
    private static final Tally<PathConfig, PathState, PathOperation, PathReply> REFERENCE =
            campaign("reference", Contract.strict(), 5, 3);

    @Test
    void theReferenceHoldsAndHeals() {
        assertThat(REFERENCE.broken()).isEmpty();
        assertThat(REFERENCE.undecided()).isZero();
    }

    @Test
    void thePublishedPortHoldsUnderThePublishedContract() {
        assertThat(campaign("published", Contract.published(), 34, 2).broken()).isEmpty();
    }

    @Test
    void everySituationIsMet() {
        Tally<?, ?, ?, ?> tally = REFERENCE;

        List<String> unseen = new ArrayList<>();
        for (int i = 0; i < WORLD.situations().size(); i++) {
            if (tally.metBy(i) == 0) {
                unseen.add(WORLD.situations().get(i).id());
            }
        }
        assertThat(unseen).isEmpty();
    }

    @Test
    void everyRuleOfTheWorldIsPutToTheTest() {
        long exercised = REFERENCE.exercised();

        for (PathRule rule : PathRule.values()) {
            assertThat(exercised & rule.bit()).as(rule.id()).isNotZero();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theWorldFindsEveryFindingOfThePublishedPartsByItself(long seed) {
        Map<String, Integer> steps = new TreeMap<>();
        for (var broken : campaign("published", Contract.strict(), seed, 2).broken()) {
            var shrunk = Shrinker.shrink(broken.first());
            steps.put(
                    shrunk.violation().rule().id(),
                    shrunk.schedule().operations().size());
        }

        assertThat(steps)
                .containsOnlyKeys(WORLD.findings().stream().map(Finding::name).toList());
        assertThat(steps.values()).allMatch(count -> count <= 5);
    }

    @Test
    void theReferenceHoldsInEverySmallWorld() {
        assertThat(explore("reference", Contract.strict()).broken()).isEmpty();
    }

    @Test
    void thePublishedPortHoldsInEverySmallWorld() {
        assertThat(explore("published", Contract.published()).broken()).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameTallyForAnyNumberOfJobs() {
        assertThat(campaign("reference", Contract.strict(), 6, 1, FEW).digest())
                .isEqualTo(campaign("reference", Contract.strict(), 6, 3, FEW).digest());
    }

    private static Tally<PathConfig, PathState, PathOperation, PathReply> explore(String subject, Contract contract) {
        return new Explorer<>(new Trial<>(WORLD, subject, contract), 3, 2, 2).run(Parallel.Stop.NEVER, Progress.NONE);
    }

    private static Tally<PathConfig, PathState, PathOperation, PathReply> campaign(
            String subject, Contract contract, long seed, int jobs) {
        return campaign(subject, contract, seed, jobs, SCHEDULES);
    }

    private static Tally<PathConfig, PathState, PathOperation, PathReply> campaign(
            String subject, Contract contract, long seed, int jobs, int schedules) {
        Trial<PathConfig, PathState, PathOperation, PathReply> trial = new Trial<>(WORLD, subject, contract);
        return new Campaign<>(trial, seed, jobs).run(schedules, Parallel.Stop.NEVER, Progress.NONE);
    }
}
