package dev.halflife.reports.chart;

import java.util.regex.Pattern;

/**
 * A drawn chart.
 *
 * @param svg an {@code <svg>} element, to stand in a page
 * @param png the same as a bitmap file
 */
public record Drawing(String svg, Png png) {

    private static final Pattern PAGE_COLOR = Pattern.compile("var\\(--[a-z-]+,(#[0-9a-f]{6})\\)");

    /** The same as a file of its own, with colours of its own: not every viewer knows those of a page. */
    public String svgFile() {
        return PAGE_COLOR
                        .matcher(svg)
                        .replaceAll("$1")
                        .replaceFirst("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"")
                + "\n";
    }

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
