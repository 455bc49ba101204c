package dev.halflife.impl.heat;

/** The 64-bit key of the heat registry, written as 16 lower-case hex digits. */
public record ChainId(long bits) {

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException for anything but 16 lower-case hex digits
     */
    public static ChainId parse(String hex) {
        return new ChainId(LowerHex.parse("chain id", hex, 1)[0]);
    }

    /** The 16 lower-case hex digits. */
    @Override
    public String toString() {
        return LowerHex.print(bits);
    }
}
