package dev.halflife.model.heat;

/** What becomes of a rate where decay goes wrong (D2, D4, D6): for blame only. */
final class SlippedDecay {

    private SlippedDecay() {}

    /** The rates, instead of those that the law allows. */
    static double[] rates(Slip slip, Counter counter, long nowNanos) {
        double[] right = counter.ratesAt(nowNanos);
        double rate = counter.rate();
        long elapsedNanos = DecayLaw.elapsedNanos(counter.asOfNanos(), nowNanos);
        double halfLives = DecayLaw.halfLives(elapsedNanos, counter.halfLifeNanos());
        return switch (slip) {
            case NEVER_DECAYS -> new double[] {rate};
            case NOT_CLAMPED ->
                right[0] == 0 && rate > 0 ? new double[] {DecayLaw.unclamped(rate, halfLives), 0} : right;
            case CLAMPED_EARLY ->
                right[0] > 0 && elapsedNanos > 0 && counter.halfLifeNanos() > 0 ? new double[] {right[0], 0} : right;
            case NEGATIVE_ELAPSED_GROWS ->
                isBack(counter, nowNanos) ? new double[] {rate / StrictMath.pow(0.5, back(counter, nowNanos))} : right;
            case ABSOLUTE_ELAPSED ->
                isBack(counter, nowNanos) ? new double[] {DecayLaw.unclamped(rate, back(counter, nowNanos))} : right;
            default -> right;
        };
    }

    /** Whether this rate is one of those that go by no law. */
    static boolean mayBe(Slip slip, Counter counter, long nowNanos, double rate) {
        boolean lower = rate >= 0 && rate <= counter.rate() * (1 + Counter.TOLERANCE);
        boolean passed = nowNanos > counter.asOfNanos();
        return switch (slip) {
            case DECAYS_TO_ANYTHING -> lower && passed && counter.halfLifeNanos() > 0;
            case ZERO_IS_ANYTHING -> lower && passed && counter.ratesAt(nowNanos)[0] == 0;
            case ZERO_HALF_LIFE_DECAYS -> lower && passed && counter.halfLifeNanos() == 0;
            case BACK_IS_ANYTHING -> nowNanos < counter.tickedAsOfNanos() && rate >= 0;
            default -> false;
        };
    }

    private static boolean isBack(Counter counter, long nowNanos) {
        return nowNanos < counter.asOfNanos() && counter.halfLifeNanos() > 0;
    }

    /** How many half-lives the clock went back. */
    private static double back(Counter counter, long nowNanos) {
        return DecayLaw.halfLives(DecayLaw.elapsedNanos(nowNanos, counter.asOfNanos()), counter.halfLifeNanos());
    }
}
