package dev.halflife.model.heat;

import dev.halflife.model.NumberText;

/** What peers believe a key's rate to be, as far as the registry can know ({@code lastEmitted} in a trace). */
public sealed interface Belief {

    /** Not a rate. */
    enum Unsettled implements Belief {
        /** Peers were told nothing yet. */
        NEVER("nothing"),
        /** An announcement is or was under way whose outcome is not known (F13). */
        UNKNOWN("unknown");

        private final String text;

        Unsettled(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Peers confirmed this rate; 0 is a withdrawal.
     *
     * @param rate the announced rate, finite and at least 0
     */
    record Announced(double rate) implements Belief {
        @Override
        public String toString() {
            return NumberText.of(rate);
        }
    }

    /** Whether peers are known to believe in no heat because a withdrawal reached them. */
    default boolean isWithdrawn() {
        return this instanceof Announced announced && announced.rate <= 0;
    }

    /** Whether peers may believe in heat, so that forgetting the key would orphan it (F3). */
    default boolean mayBeHot() {
        return this == Unsettled.UNKNOWN || (this instanceof Announced announced && announced.rate > 0);
    }
}
