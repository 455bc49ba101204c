package dev.halflife.reports.cli;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.run.Trial;
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
            description = "who is tried: reference, published, defect:ID (default: reference)")
    private String subject = "reference";

    @Option(
            names = "--contract",
            paramLabel = "NAME",
            defaultValue = "strict",
            completionCandidates = Choice.ContractNames.class,
            description = "by what: published, strict (default: strict)")
    private String contract = "strict";

    /** Throws if the options do not fit together or name nothing. */
    List<Component<?, ?, ?, ?>> components() {
        List<Component<?, ?, ?, ?>> components = Choice.having(subject, component.components());
        Choice.contract(contract);
        return components;
    }

    /** The subject of this component under the contract. */
    <C, S, O extends Operation<O>, R> Trial<C, S, O, R> trial(Component<C, S, O, R> of) {
        Contract by = Choice.contract(contract);
        return new Trial<>(of, Choice.subject(subject, List.of(of)), by);
    }
}
