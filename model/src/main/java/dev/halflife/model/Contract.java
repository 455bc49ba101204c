package dev.halflife.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is asked of a component where the published behaviour is unsafe: one choice per {@link Finding}. A value; two
 * presets, and everything in between for an implementation that has adopted some of the strict choices.
 */
public final class Contract {

    private static final Contract PUBLISHED = new Contract(EnumSet.noneOf(Finding.class));
    private static final Contract STRICT = new Contract(EnumSet.allOf(Finding.class));

    private final EnumSet<Finding> strictChoices;

    private Contract(EnumSet<Finding> strictChoices) {
        this.strictChoices = strictChoices;
    }

    /** What the original does: the first choice of each finding. */
    public static Contract published() {
        return PUBLISHED;
    }

    /** What is safe: the last choice of each finding. */
    public static Contract strict() {
        return STRICT;
    }

    /**
     * The preset of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Contract named(String name) {
        return switch (name) {
            case "published" -> PUBLISHED;
            case "strict" -> STRICT;
            default -> throw new IllegalArgumentException("contract must be published or strict: " + name);
        };
    }

    /**
     * This contract with one choice made by name, as in a trace header: {@code with("recency", "touch")}.
     *
     * @throws IllegalArgumentException if there is no such choice or no such value of it
     */
    public Contract with(String choice, String value) {
        for (Finding finding : Finding.values()) {
            if (finding.choice().equals(choice)) {
                if (value.equals(finding.strict())) {
                    return with(finding, true);
                }
                if (value.equals(finding.published())) {
                    return with(finding, false);
                }
                throw new IllegalArgumentException("contract choice " + choice + " must be " + finding.published()
                        + " or " + finding.strict() + ": " + value);
            }
        }
        throw new IllegalArgumentException("contract choice must be one of "
                + Arrays.stream(Finding.values()).map(Finding::choice).collect(Collectors.joining(", ")) + ": "
                + choice);
    }

    /** This contract with the strict or the published choice for one finding. */
    public Contract with(Finding finding, boolean strict) {
        EnumSet<Finding> choices = EnumSet.copyOf(strictChoices);
        if (strict) {
            choices.add(finding);
        } else {
            choices.remove(finding);
        }
        return new Contract(choices);
    }

    /** Whether the strict choice is made for this finding. */
    public boolean asks(Finding finding) {
        return strictChoices.contains(finding);
    }

    /** The findings whose strict choice differs from the published base; empty for {@link #published()}. */
    public List<Finding> strictChoices() {
        return List.copyOf(strictChoices);
    }

    /** {@code published}, {@code strict}, or {@code published with recency=touch, clock=monotonic}. */
    @Override
    public String toString() {
        if (equals(STRICT)) {
            return "strict";
        }
        String choices = strictChoices().stream()
                .map(finding -> finding.choice() + "=" + finding.strict())
                .collect(Collectors.joining(", "));
        return choices.isEmpty() ? "published" : "published with " + choices;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Contract contract && contract.strictChoices.equals(strictChoices);
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
