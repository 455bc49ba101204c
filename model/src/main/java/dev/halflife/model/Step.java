package dev.halflife.model;

/**
 * What a specification says of one reply.
 *
 * @param <S> the specification's state
 */
public sealed interface Step<S> {

    /**
     * The reply is allowed.
     *
     * @param state the state it leads to
     * @param exercised the rules this step put to the test, as a set of {@link Rule#bit() bits}
     */
    record Accepted<S>(S state, long exercised) implements Step<S> {}

    /** The reply breaks a rule. */
    record Rejected<S>(Violation violation) implements Step<S> {}

    /** The rules leave more open here than a judge can follow; in words. Never a reason to call a subject wrong. */
    record Undecided<S>(String why) implements Step<S> {}
}
