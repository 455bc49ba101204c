package dev.halflife.reports.cli;

import dev.halflife.model.Contract;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.json.MalformedInput;
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
            if (!component.subjects().contains(name)) {
                throw new MalformedInput(complaint("--subject", name, component.subjects()));
            }
        }
        return name;
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
            return List.of("reference", "published").iterator();
        }
    }
}
