package dev.halflife.reports.chart;

import java.awt.Color;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The colours of charts: those that the colour-blind can tell apart (Okabe and Ito, 2008), and greys for what is not
 * data. The page's style has a lighter one for each, for the dark.
 */
public final class Palette {

    /** The reference. */
    public static final Color BLUE = new Color(0, 114, 178);

    /** The published port, and whatever went wrong. */
    public static final Color ORANGE = new Color(213, 94, 0);

    /** What is exact, or the best there can be. */
    public static final Color GREEN = new Color(0, 158, 115);

    /** A fourth curve. */
    public static final Color PURPLE = new Color(204, 121, 167);

    /** A fifth. */
    public static final Color AMBER = new Color(230, 159, 0);

    /** A sixth. */
    public static final Color SKY = new Color(86, 180, 233);

    /** Bounds, and what is not the point. */
    public static final Color GREY = new Color(120, 120, 120);

    /** An area behind the curves. */
    public static final Color WASH = new Color(222, 235, 243);

    static final Color PAPER = Color.WHITE;
    /** Text, and small marks on top of everything. */
    public static final Color INK = new Color(27, 31, 36);

    static final Color GRID = new Color(226, 226, 226);

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(rgb(BLUE), "chart-blue"),
            Map.entry(rgb(ORANGE), "chart-orange"),
            Map.entry(rgb(GREEN), "chart-green"),
            Map.entry(rgb(PURPLE), "chart-purple"),
            Map.entry(rgb(AMBER), "chart-amber"),
            Map.entry(rgb(SKY), "chart-sky"),
            Map.entry(rgb(GREY), "chart-grey"),
            Map.entry(rgb(WASH), "chart-wash"),
            Map.entry(rgb(PAPER), "chart-paper"),
            Map.entry(rgb(INK), "chart-ink"),
            Map.entry(0, "chart-ink"),
            Map.entry(rgb(GRID), "chart-grid"));

    private Palette() {}

    /** What the page's style calls that colour, or null where it is none of these. */
    static @Nullable String name(int rgb) {
        return NAMES.get(rgb);
    }

    private static int rgb(Color color) {
        return color.getRGB() & 0xffffff;
    }
}
