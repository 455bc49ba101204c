package dev.halflife.model;

/**
 * The one right reply, and what comes of it.
 *
 * @param state the state it leads to
 * @param reply what must be said
 * @param exercised the rules that saying it puts to the test, as a set of {@link Rule#bit() bits}
 */
public record Answer<S, R>(S state, R reply, long exercised) {

    /** An answer that puts this rule to the test. */
    public static <S, R> Answer<S, R> of(S state, R reply, Rule rule) {
        return new Answer<>(state, reply, rule.bit());
    }

    /** The same answer, which puts this rule to the test as well. */
    public Answer<S, R> testing(Rule rule) {
        return new Answer<>(state, reply, exercised | rule.bit());
    }
}
