package dev.halflife.sim.write.world;

import dev.halflife.model.Finding;
import dev.halflife.model.Rule;
import java.util.ArrayList;
import java.util.List;

/** The world's rules and then those of its parts, each with a place of its own, so that sets of them fit into a bit mask. */
final class PathRules {

    private static final int[] FIRST = new int[Parts.ALL.size()];

    /** In the order of their places. */
    static final List<Rule> ALL = placed();

    private PathRules() {}

    private static List<Rule> placed() {
        List<Rule> all = new ArrayList<>(List.of(PathRule.values()));
        for (Part<?, ?, ?, ?> part : Parts.ALL) {
            FIRST[part.place()] = all.size();
            for (Rule rule : part.rules()) {
                all.add(new Placed(rule, all.size()));
            }
        }
        return List.copyOf(all);
    }

    /** A part's rule, as the world has it. */
    static Rule of(Part<?, ?, ?, ?> part, Rule rule) {
        return ALL.get(FIRST[part.place()] + rule.ordinal());
    }

    /** The rule of a part that a finding is. */
    static Rule of(Part<?, ?, ?, ?> part, Finding finding) {
        return part.rules().stream()
                .filter(rule -> rule.id().equals(finding.name()))
                .findFirst()
                .map(rule -> of(part, rule))
                .orElseThrow();
    }

    /** A part's set of rules, as the world has it. */
    static long bits(Part<?, ?, ?, ?> part, long bits) {
        return bits << FIRST[part.place()];
    }

    private record Placed(Rule rule, int ordinal) implements Rule {
        @Override
        public String id() {
            return rule.id();
        }

        @Override
        public String text() {
            return rule.text();
        }
    }
}
