package dev.halflife.model;

/** A numbered sentence of the contract. Implemented by one enum per component, so that sets of rules fit into a bit mask. */
public interface Rule {

    /** The id used in every report, such as {@code D4}. */
    String id();

    /** The rule in one sentence, in the present tense. */
    String text();

    /** The position in {@link Spec#rules()}, from 0 to 63; as in {@link Enum#ordinal()}. */
    int ordinal();

    /** The bit that stands for this rule in a set of rules. */
    default long bit() {
        return 1L << ordinal();
    }
}
