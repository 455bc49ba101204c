package dev.halflife.model;

/**
 * A broken rule: what the contract asked for and what the subject replied instead, each in a few words for a person.
 *
 * @param rule the rule that convicts
 * @param expected what was allowed
 * @param seen what was replied
 */
public record Violation(Rule rule, String expected, String seen) {

    /** The same difference as a violation of this rule. */
    public Violation named(Rule its) {
        return its.equals(rule) ? this : new Violation(its, expected, seen);
    }

    @Override
    public String toString() {
        return rule.id() + ": expected " + expected + ", seen " + seen;
    }
}
