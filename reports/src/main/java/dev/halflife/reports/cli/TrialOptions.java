package dev.halflife.reports.cli;

import dev.halflife.model.Contract;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Subjects;
import dev.halflife.sim.shard.CampaignId;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who is tried by what. */
final class TrialOptions {

    @Mixin
    private ComponentOption component = new ComponentOption();

    @Option(
            names = "--subject",
            paramLabel = "NAME",
            defaultValue = "reference",
            completionCandidates = Choice.SubjectNames.class,
            description = "who is tried: reference, published, defect:ID, exec:COMMAND (default: reference)")
    private String subject = "reference";

    @Option(
            names = "--contract",
            paramLabel = "NAME",
            defaultValue = "strict",
            completionCandidates = Choice.ContractNames.class,
            description = "by what: published, strict (default: strict)")
    private String contract = "strict";

    @Mixin
    private ReplyLimitOption replyLimit = new ReplyLimitOption();

    /** Throws if the options do not fit together or name nothing. */
    List<Component<?, ?, ?, ?>> components() {
        List<Component<?, ?, ?, ?>> components = Choice.having(subject, component.components());
        Choice.contract(contract);
        return components;
    }

    /** A campaign of so many schedules, to be run in shards. */
    CampaignId campaign(long seed, long schedules) {
        List<Component<?, ?, ?, ?>> components = components();
        if (isForeign()) {
            throw new MalformedInput(
                    "--subject must not be a command where shards are merged, as nobody knows whether it"
                            + " always answers alike: " + subject);
        }
        return CampaignId.of(seed, schedules, subject, contract(), components);
    }

    /** The subject. */
    NamedSubject open(Surroundings surroundings, Parallel.Stop end) {
        return new NamedSubject(surroundings, subject, replyLimit.limit(), end);
    }

    /** Whether it is a command. */
    boolean isForeign() {
        return Subjects.isForeign(subject);
    }

    /** What it is tried by. */
    Contract contract() {
        return Choice.contract(contract);
    }
}
