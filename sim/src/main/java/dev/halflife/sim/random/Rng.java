package dev.halflife.sim.random;

/**
 * A splittable generator of pseudo-random numbers: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014). The algorithm is part of the contract of this class: the same seed gives the same numbers in
 * every version, on every JVM. Not thread-safe; give each thread its own {@link #split}.
 */
public final class Rng {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /** A generator started with this seed; any value is as good as any other. */
    public Rng(long seed) {
        state = seed;
    }

    /** The seed of the {@code index}-th part of something that was given {@code seed}: independent of its neighbours. */
    public static long split(long seed, long index) {
        return mix(mix(seed) + (index + 1) * GAMMA);
    }

    /** The next 64 bits. */
    public long nextLong() {
        state += GAMMA;
        return mix(state);
    }

    /** Uniform in {@code [0, bound)}; {@code bound} must be positive. Biased by less than {@code bound / 2^63}. */
    public long nextLong(long bound) {
        return Math.floorMod(nextLong() >>> 1, bound);
    }

    /** Uniform in {@code [0, bound)}; {@code bound} must be positive. */
    public int nextInt(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** Uniform in {@code [0, 1)}, in steps of 2^-53. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** True {@code perMille} times in a thousand. */
    public boolean chance(int perMille) {
        return nextInt(1000) < perMille;
    }

    /** One of these, each as likely. */
    @SafeVarargs
    public final <T> T oneOf(T... choices) {
        return choices[nextInt(choices.length)];
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
