package dev.halflife.reports.chart;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** Turns charts into pictures, always in the same bytes. */
final class Painter {

    /** Bitmaps are drawn at twice the size, for screens with fine dots and for print. */
    private static final int PNG_SCALE = 2;

    /** A tenth of a pixel is enough, and a third of the bytes. */
    private static final Pattern DECIMALS = Pattern.compile("(\\d\\.\\d)\\d+");

    /** Names hold for a whole page, which has several charts. */
    private static final Pattern CLIP_ID = Pattern.compile("(?<=id=\"|url\\(#)clip(?=\\d)");

    private static final Pattern PROLOGUE = Pattern.compile("^.*?(?=<svg )", Pattern.DOTALL);
    private static final Pattern FIXED_SIZE = Pattern.compile(" (height|width|x|y)=\"[0-9.]+px\"");

    private Painter() {}

    /**
     * The picture, or null where this machine cannot draw text: without fonts AWT fails in a dozen ways, some of them
     * errors, and some as early as when a chart is made.
     */
    static @Nullable Drawing paint(String name, Supplier<XYChart> plot) {
        try {
            XYChart chart = plot.get();
            return new Drawing(svg(name, chart), new Drawing.Png(png(chart)));
        } catch (IOException | RuntimeException | LinkageError | InternalError e) {
            return null;
        }
    }

    private static byte[] png(XYChart chart) throws IOException {
        int width = PNG_SCALE * chart.getWidth();
        int height = PNG_SCALE * chart.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(PNG_SCALE, PNG_SCALE);
        chart.paint(graphics, chart.getWidth(), chart.getHeight());
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static String svg(String name, XYChart chart) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        VectorGraphics2D graphics = new VectorGraphics2D();
        chart.paint(graphics, chart.getWidth(), chart.getHeight());
        Processors.get("svg")
                .getDocument(graphics.getCommands(), new PageSize(0, 0, chart.getWidth(), chart.getHeight()))
                .writeTo(bytes);
        String svg = bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        svg = PROLOGUE.matcher(svg).replaceFirst("");
        svg = CLIP_ID.matcher(svg).replaceAll("clip-" + name + "-");
        int end = svg.indexOf('>');
        svg = FIXED_SIZE.matcher(svg.substring(0, end)).replaceAll("") + svg.substring(end);
        return DECIMALS.matcher(svg).replaceAll("$1").strip();
    }
}
