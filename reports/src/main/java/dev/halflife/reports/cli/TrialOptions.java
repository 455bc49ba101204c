package dev.halflife.reports.cli;

import dev.halflife.model.Contract;
import dev.halflife.sim.component.Component;
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

    /** The subject. */
    NamedSubject open(Surroundings surroundings) {
        return new NamedSubject(surroundings, subject, replyLimit.limit());
    }

    /** What it is tried by. */
    Contract contract() {
        return Choice.contract(contract);
    }
}
