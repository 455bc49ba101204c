package dev.halflife.impl.heat;

/** What peers believe a key's rate to be, as far as the registry can know (F13). */
public sealed interface Belief {

    /** Whether peers may believe in heat, so that a key that is forgotten must be withdrawn (F3). */
    boolean mayBeHot();

    /** Peers never heard of the key. */
    static Belief never() {
        return Never.INSTANCE;
    }

    /** Peers were told this rate, and it was committed; 0 after a withdrawal. */
    static Belief announced(double rate) {
        return new Announced(rate);
    }

    /** An announcement is on its way, or nobody knows whether it arrived. */
    static Belief unknown() {
        return Unknown.INSTANCE;
    }

    /** Peers never heard of the key. */
    record Never() implements Belief {

        private static final Never INSTANCE = new Never();

        @Override
        public boolean mayBeHot() {
            return false;
        }
    }

    /**
     * Peers were told a rate, and it was committed.
     *
     * @param rate reads per half-life, finite and at least 0; 0 after a withdrawal
     */
    record Announced(double rate) implements Belief {

        /** Validates the rate. */
        public Announced {
            Emission.requireRate(rate);
        }

        @Override
        public boolean mayBeHot() {
            return rate > 0;
        }
    }

    /** An announcement is on its way, or nobody knows whether it arrived. */
    record Unknown() implements Belief {

        private static final Unknown INSTANCE = new Unknown();

        @Override
        public boolean mayBeHot() {
            return true;
        }
    }
}
