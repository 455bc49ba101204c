package dev.halflife.impl.heat;

import java.nio.ByteBuffer;

/**
 * The 32-byte key of the blob heat registry, written as 64 lower-case hex digits.
 *
 * @param first the first 8 bytes, big-endian, and so on
 */
public record BlobHash(long first, long second, long third, long fourth) {

    private static final int BYTES = 32;
    private static final int LONGS = 4;

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException for anything but 64 lower-case hex digits
     */
    public static BlobHash parse(String hex) {
        long[] bits = LowerHex.parse("blob hash", hex, LONGS);
        return new BlobHash(bits[0], bits[1], bits[2], bits[3]);
    }

    /**
     * The hash with these bytes, which are copied.
     *
     * @throws IllegalArgumentException unless there are 32 of them
     */
    public static BlobHash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("blob hash must be 32 bytes long: " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new BlobHash(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    /** The 64 lower-case hex digits. */
    @Override
    public String toString() {
        return LowerHex.print(first) + LowerHex.print(second) + LowerHex.print(third) + LowerHex.print(fourth);
    }
}
