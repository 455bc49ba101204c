package dev.halflife.sim.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.Components;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardRunTest {

    /** Sixty-five cells, so that each of 64 shards has one and the first has two. */
    private static final long SCHEDULES = 65 * 256 - 10;

    private static final List<Component<?, ?, ?, ?>> COMPONENTS =
            List.of(Components.named("retry-queue"), Components.named("arrivals"));
    private static final CampaignId ID = CampaignId.of(3, SCHEDULES, "published", Contract.strict(), COMPONENTS);

    /** Run once, for all that is compared with it. */
    private static final CampaignResult UNDIVIDED = run(Shard.WHOLE, 2);

    private static CampaignResult run(Shard shard, int jobs) {
        return new ShardRun(CampaignResult.none(ID, shard.of()), shard, jobs, Parallel.Stop.NEVER)
                .run(ShardRun.Listener.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 64})
    void shardsMergedInAnyOrderGiveTheBytesOfTheUndividedCampaign(int shards) {
        String undivided = ResultFile.text(UNDIVIDED);
        List<CampaignResult> parts = new ArrayList<>();
        for (int index = 0; index < shards; index++) {
            String written = ResultFile.text(run(new Shard(index, shards), 1));
            parts.add(ResultFile.parse(written.getBytes(StandardCharsets.UTF_8)));
        }
        for (long order = 0; order < 3; order++) {
            Collections.shuffle(parts, new Random(order));
            CampaignResult merged = parts.stream().reduce(CampaignResult::merge).orElseThrow();
            assertThat(merged.missing()).isEmpty();
            assertThat(ResultFile.text(merged)).isEqualTo(undivided);
        }
    }

    @Test
    void theTallyIsThatOfACampaignInOnePiece() {
        COMPONENTS.forEach(component -> assertSameTally(UNDIVIDED, component));
    }

    private static <C, S, O extends Operation<O>, R> void assertSameTally(
            CampaignResult result, Component<C, S, O, R> component) {
        Tally<C, S, O, R> tally = result.tally(component);
        Tally<C, S, O, R> whole = new Campaign<>(new Trial<>(component, "published", Contract.strict()), ID.seed(), 1)
                .run(SCHEDULES, Parallel.Stop.NEVER, Progress.NONE);
        assertThat(tally.sums()).isEqualTo(whole.sums());
        assertThat(tally.broken()).isEqualTo(whole.broken());
        for (int i = 0; i < component.situations().size(); i++) {
            Cell.Met met = result.total(component.name())
                    .met()
                    .getOrDefault(component.situations().get(i).id(), new Cell.Met(0, 0));
            assertThat(met).isEqualTo(new Cell.Met(whole.metBy(i), whole.firstMetBy(i)));
        }
    }

    @Test
    void whatWasStoppedGoesOnWhereItStands() {
        Shard shard = new Shard(1, 2);
        String whole = ResultFile.text(run(shard, 1));
        CampaignResult sofar = CampaignResult.none(ID, shard.of());
        int rounds = 0;
        while (sofar.missing().size() > 1) {
            int[] asked = {0};
            int before = sofar.cells().size();
            sofar = new ShardRun(sofar, shard, 1, () -> ++asked[0] > 45).run(ShardRun.Listener.NONE);
            assertThat(sofar.cells().size() - before).isBetween(1, 22);
            rounds++;
        }
        assertThat(rounds).isGreaterThan(5);
        assertThat(ResultFile.text(sofar)).isEqualTo(whole);
    }

    @Test
    void aShardThatIsMissingOrUnfinishedHasAName() {
        CampaignResult first = run(new Shard(0, 3), 1);
        assertThat(first.missing())
                .containsExactly(
                        new CampaignResult.Missing(new Shard(1, 3), 44, 44),
                        new CampaignResult.Missing(new Shard(2, 3), 42, 42));
        int[] asked = {0};
        CampaignResult some = new ShardRun(CampaignResult.none(ID, 3), new Shard(1, 3), 1, () -> ++asked[0] > 8)
                .run(ShardRun.Listener.NONE);
        assertThat(first.merge(some).missing().get(0)).isEqualTo(new CampaignResult.Missing(new Shard(1, 3), 42, 44));
    }

    @Test
    void schedulesThatNobodyHasRunAreUndecided() {
        CampaignResult first = run(new Shard(0, 3), 1);
        Tally<?, ?, ?, ?> tally = first.tally(Components.named("arrivals"));
        assertThat(tally.schedules()).isBetween(SCHEDULES / 3, SCHEDULES / 3 + 256);
        assertThat(tally.undecided()).isEqualTo(SCHEDULES - tally.schedules());
    }

    @Test
    void anotherCampaignIsTold() {
        assertThat(ID.difference(ID.here())).isEmpty();
        assertThat(CampaignId.of(4, SCHEDULES, "published", Contract.strict(), COMPONENTS)
                        .difference(ID))
                .contains("seed 0x4 and 0x3");
        assertThat(CampaignId.of(3, 50, "published", Contract.strict(), COMPONENTS)
                        .difference(ID))
                .contains("schedules 50 and 16630");
        assertThat(CampaignId.of(3, SCHEDULES, "reference", Contract.strict(), COMPONENTS)
                        .difference(ID))
                .contains("subject reference and published");
        assertThat(CampaignId.of(3, SCHEDULES, "published", Contract.published(), COMPONENTS)
                        .difference(ID))
                .contains("contract published and strict");
        assertThat(CampaignId.of(3, SCHEDULES, "published", Contract.strict(), COMPONENTS.subList(0, 1))
                        .difference(ID))
                .contains("components retry-queue and retry-queue arrivals");
    }
}
