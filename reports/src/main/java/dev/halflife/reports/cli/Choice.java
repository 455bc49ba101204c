package dev.halflife.reports.cli;

import dev.halflife.model.Contract;
import dev.halflife.sim.Components;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.run.Subjects;
import java.util.Iterator;
import java.util.List;

/** Options whose value is one of a few words. */
final class Choice {

    static final List<String> CONTRACTS = List.of("published", "strict");

    private Choice() {}

    /** The contract of that name. */
    static Contract contract(String name) {
        if (!CONTRACTS.contains(name)) {
            throw new MalformedInput(complaint("--contract", name, CONTRACTS));
        }
        return Contract.named(name);
    }

    /** The name of a subject that each of these components has. */
    static String subject(String name, List<Component<?, ?, ?, ?>> components) {
        for (Component<?, ?, ?, ?> component : components) {
            if (!Subjects.has(component, name)) {
                throw unknownSubject(name, List.of(component));
            }
        }
        return name;
    }

    /** Those of these components that have the subject: a defect is one component's own. */
    static List<Component<?, ?, ?, ?>> having(String subject, List<Component<?, ?, ?, ?>> components) {
        if (Subjects.isForeign(subject)) {
            return List.of(only(subject, components));
        }
        if (!subject.startsWith(Defect.PREFIX)) {
            subject(subject, components);
            return components;
        }
        List<Component<?, ?, ?, ?>> having = components.stream()
                .filter(component -> Subjects.has(component, subject))
                .toList();
        if (having.isEmpty()) {
            throw unknownSubject(subject, components);
        }
        return having;
    }

    /** A command is one component: which, must be said. */
    private static Component<?, ?, ?, ?> only(String subject, List<Component<?, ?, ?, ?>> components) {
        List<Component<?, ?, ?, ?>> having = components.stream()
                .filter(component -> Subjects.has(component, subject))
                .toList();
        if (having.isEmpty()) {
            throw unknownSubject(subject, components);
        }
        if (having.size() > 1) {
            throw new MalformedInput("--component must say which component the command is: " + subject);
        }
        return having.get(0);
    }

    private static MalformedInput unknownSubject(String name, List<Component<?, ?, ?, ?>> components) {
        if (Subjects.isForeign(name)) {
            return new MalformedInput("--subject of a world cannot be a command, only that of a component can: " + name
                    + " (" + components.get(0).name() + ")");
        }
        if (!name.startsWith(Defect.PREFIX)) {
            return new MalformedInput(
                    complaint("--subject", name, components.get(0).subjects()));
        }
        List<String> defects = components.stream()
                .flatMap(component -> component.defects().stream())
                .map(Defect::subject)
                .toList();
        return new MalformedInput(unknownDefect("--subject must be a defect that list names: " + name, name, defects));
    }

    /** The complaint, and the defect that was probably meant. */
    static String unknownDefect(String complaint, String name, List<String> right) {
        return complaint
                + Nearest.to(name, right)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
    }

    /** One sentence: what would be right, what was given, and what was probably meant. */
    static String complaint(String option, String given, List<String> right) {
        String last = right.get(right.size() - 1);
        String others = String.join(", ", right.subList(0, right.size() - 1));
        return option + " must be " + (others.isEmpty() ? last : others + " or " + last) + ": " + given
                + Nearest.to(given, right)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
    }

    /** For shell completion. */
    static final class ContractNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return CONTRACTS.iterator();
        }
    }

    /** For shell completion. */
    static final class SubjectNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Components.withWorlds(Components.all()).stream()
                    .flatMap(component -> Subjects.names(component).stream())
                    .distinct()
                    .iterator();
        }
    }
}
