package dev.halflife.model;

/**
 * A way of breaking one rule while keeping every other. Its specification allows what a subject may reply that does so,
 * and nothing else: a lapse that allows much explains much, and says little.
 *
 * @param rule the rule that such a subject does not keep
 * @param spec what it may reply; over the states of the specification it is a lapse of
 */
public record Lapse<S, O extends Operation<O>, R>(Rule rule, Spec<S, O, R> spec) {}
