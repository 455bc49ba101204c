package dev.halflife.reports.chart;

/**
 * A drawn chart.
 *
 * @param svg an {@code <svg>} element, to stand in a page
 * @param png the same as a bitmap file
 */
public record Drawing(String svg, Png png) {

    /** The bytes of a bitmap file. */
    public static final class Png {
        private final byte[] bytes;

        Png(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        /** A copy of the bytes. */
        public byte[] bytes() {
            return bytes.clone();
        }
    }
}
