package dev.halflife.model;

/**
 * A way of breaking one rule while keeping every other. Its specification allows what a subject may reply that does so,
 * and nothing else: a lapse that allows much explains much, and says little.
 *
 * @param rule the rule that such a subject does not keep
 * @param spec what it may reply; over the states of the specification it is a lapse of
 * @param atTimes whether it may as well keep the rule, at each operation anew
 */
public record Lapse<S, O extends Operation<O>, R>(Rule rule, Spec<S, O, R> spec, boolean atTimes) {

    /** A lapse of a subject that never keeps the rule. */
    public Lapse(Rule rule, Spec<S, O, R> spec) {
        this(rule, spec, false);
    }

    /** A lapse of a subject that slips, always or at times, and otherwise does what {@code spec} asks. */
    public static <S, O extends Operation<O>, R> Lapse<S, O, R> of(Rule rule, Spec<S, O, R> spec, Slip<S, O, R> slip) {
        return new Lapse<>(rule, new Slipping<>(spec, slip), true);
    }
}
