package dev.halflife.impl.heat;

/** What peers were told of a key, a {@link Belief} packed into a double: the rate committed last, or one of two marks. */
final class Told {

    /** Peers never heard of the key. */
    static final double NOTHING = -1;

    /** An announcement is on its way, or nobody knows whether it arrived. */
    static final double UNKNOWN = Double.NaN;

    private Told() {}

    static boolean isNothing(double told) {
        return told < 0;
    }

    static boolean isUnknown(double told) {
        return Double.isNaN(told);
    }

    /** Whether peers may believe in heat, so that a key that is forgotten must be withdrawn (F3). */
    static boolean mayBeHot(double told) {
        return !(told <= 0); // written so that the unknown, for which every comparison is false, may be hot
    }

    static Belief belief(double told) {
        if (isUnknown(told)) {
            return Belief.unknown();
        }
        return isNothing(told) ? Belief.never() : Belief.announced(told);
    }
}
