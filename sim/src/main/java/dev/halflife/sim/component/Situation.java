package dev.halflife.sim.component;

import java.util.List;

/**
 * Something that a campaign must have met, or it proves less than it seems to: the "sometimes" beside the "always" of the
 * rules.
 *
 * @param id short and stable, such as {@code eviction-in-flight}
 * @param text what it is, in a few words
 * @param at the operations that can meet it, so that no other step is looked at; empty where any may
 * @param witness whether a step met it
 */
public record Situation<C, S, O, R>(String id, String text, List<Class<? extends O>> at, Witness<C, S, O, R> witness) {

    public Situation {
        at = List.copyOf(at);
    }

    /** One that any operation may meet. */
    public Situation(String id, String text, Witness<C, S, O, R> witness) {
        this(id, text, List.of(), witness);
    }

    /** Looks at one accepted step. */
    @FunctionalInterface
    public interface Witness<C, S, O, R> {

        /** Whether this step met the situation; {@code before} and {@code after} are the specification's states. */
        boolean met(C config, S before, O operation, R reply, S after);
    }
}
