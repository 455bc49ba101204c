package dev.halflife.impl.heat;

/** What peers believe a key's rate to be, as far as the registry can know (F13). */
public sealed interface Belief {

    /** Whether peers would learn something from a rate, finite and at least 0 (E3 to E8). */
    boolean isNews(double rate, double emitRatio);

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
        public boolean isNews(double rate, double emitRatio) {
            return rate > 0; // E3
        }

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
        public boolean isNews(double now, double emitRatio) {
            if (now == 0) {
                return rate > 0; // E4, E5
            }
            if (now <= Decay.EPS || rate <= Decay.EPS) {
                return true; // E6: a quotient of such numbers means nothing
            }
            return now / rate >= emitRatio || rate / now >= emitRatio; // E7, E8
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
        public boolean isNews(double rate, double emitRatio) {
            return true; // F13: whatever the rate is, peers have to be told, a rate of 0 included
        }

        @Override
        public boolean mayBeHot() {
            return true;
        }
    }
}
