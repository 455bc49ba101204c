package dev.halflife.sim.component;

/**
 * A running 64-bit digest of events: equal for equal sequences on any JVM, different for different ones but for chance.
 * Mixes each value with the finalizer of MurmurHash3. Not thread-safe.
 */
public final class Digest {

    private long value;

    /** Takes in a number. */
    public Digest add(long number) {
        long z = (value ^ number) * 0xFF51AFD7ED558CCDL;
        z = (z ^ (z >>> 33)) * 0xC4CEB9FE1A85EC53L;
        value = z ^ (z >>> 29) ^ Long.rotateLeft(value, 23);
        return this;
    }

    /** Takes in a number's bits; NaNs are one. */
    public Digest add(double number) {
        return add(Double.doubleToLongBits(number));
    }

    /** Takes in a text. */
    public Digest add(CharSequence text) {
        return add(((long) text.toString().hashCode() << 32) | text.length());
    }

    /** The digest so far. */
    public long value() {
        return value;
    }

    /** A digest as 16 hexadecimal digits. */
    public static String hex(long value) {
        return String.format("%016x", value);
    }
}
