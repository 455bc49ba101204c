package dev.halflife.reports.cli;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.model.Rule;
import dev.halflife.sim.Components;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.museum.Museum;
import java.util.ArrayList;
import java.util.List;

/**
 * A component as it is listed.
 *
 * @param name on the command line and in traces
 * @param subjects that come with the harness
 * @param contracts the presets
 * @param rules in the order of the specification
 * @param findings that the published subject shows under the strict contract
 * @param situations that a campaign must have met
 * @param defects that must be caught
 * @param untested the ids of rules that no defect breaks, so that nothing shows that they convict
 */
record Described(
        String name,
        List<String> subjects,
        List<String> contracts,
        List<Sentence> rules,
        List<Choices> findings,
        List<Sentence> situations,
        List<Exhibit> defects,
        List<String> untested) {

    /** A rule, or a situation. */
    record Sentence(String id, String text) {}

    /** A finding, with what a trace header calls the choice. */
    record Choices(String id, String title, String choice, String published, String strict, String strictText) {}

    /** A defect, with the rule that must convict it and the engine that must find it. */
    record Exhibit(String id, String sentence, String rule, String origin, String owner) {}

    /** The description of a component. */
    static <C, S, O extends Operation<O>, R> Described of(Component<C, S, O, R> component) {
        C config = component.exploration().configs(1).get(0);
        List<Sentence> rules = new ArrayList<>();
        for (Rule rule : component.spec(config, Contract.strict()).rules()) {
            rules.add(new Sentence(rule.id(), rule.text()));
        }
        List<Choices> findings = component.findings().stream()
                .map(finding -> new Choices(
                        finding.name(),
                        finding.title(),
                        finding.choice(),
                        finding.published(),
                        finding.strict(),
                        finding.strictText()))
                .toList();
        List<Sentence> situations = component.situations().stream()
                .map(situation -> new Sentence(situation.id(), situation.text()))
                .toList();
        List<Exhibit> defects = component.defects().stream()
                .map(defect -> new Exhibit(
                        defect.id(),
                        defect.sentence(),
                        defect.rule().id(),
                        defect.origin().text(),
                        defect.owner().text()))
                .toList();
        List<String> untested = Museum.untested(component, Components.withWorlds(Components.all())).stream()
                .map(Rule::id)
                .toList();
        return new Described(
                component.name(),
                component.subjects(),
                Choice.CONTRACTS,
                rules,
                findings,
                situations,
                defects,
                untested);
    }
}
