package dev.halflife.impl.heat;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Tells peers what a round of a {@link HeatDriver} has for them: the way out, supplied by the user (S1).
 *
 * <p>Thread-safe: rounds may overlap. No lock of the registry is held meanwhile, so a sink may use the registry. To
 * begin with, there is {@link InMemorySink}.
 *
 * <p>One thing is asked of it (F13): what it applies after a later announcement of the same key was committed, it also
 * answers, however late. Then peers end up with the truth, whatever fails, is lost, or arrives out of order.
 */
@FunctionalInterface
public interface HeatSink<K> {

    /**
     * Hands one batch over, and should return soon: the round's thread waits, though nothing else does.
     *
     * @param batch all that one round has to tell: immutable, not empty, at most one emission per key; a rate of 0 means
     *     that peers should forget the key
     * @return completes normally once peers have applied the whole batch, exceptionally if that failed or is not known;
     *     on any thread, at once, late, or never. To throw counts as a failure, and so does to return null.
     */
    CompletionStage<Void> announce(List<Emission<K>> batch);
}
