package dev.halflife.reports.rivals;

import dev.halflife.model.Contract;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.model.heat.HeatState;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.heat.HeatComponent;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;

/** Ours, as {@code fuzz --jobs 1} runs it. */
final class CampaignRival implements Rival {

    private static final int SCHEDULES = 1000;

    @Override
    public String name() {
        return "campaign";
    }

    @Override
    public long round(int number) {
        Tally<HeatConfig, HeatState, HeatOperation, HeatReply> tally = new Campaign<>(
                        new Trial<>(HeatComponent.blobHeat(), "reference", Contract.strict()), number, 1)
                .run(SCHEDULES, Parallel.Stop.NEVER, Progress.NONE);
        return tally.steps();
    }
}
