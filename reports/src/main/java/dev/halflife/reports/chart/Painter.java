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
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.internal.chartpart.Chart;

/** Turns charts into pictures, always in the same bytes. */
final class Painter {

    /** Bitmaps are drawn at twice the size, for screens with fine dots and for print. */
    private static final int PNG_SCALE = 2;

    private Painter() {}

    /**
     * The picture, or null where this machine cannot draw text: without fonts AWT fails in a dozen ways, some of them
     * errors, and some as early as when a chart is made.
     */
    static @Nullable Drawing paint(String name, Supplier<Chart<?, ?>> plot) {
        System.setProperty("java.awt.headless", "true");
        try {
            Chart<?, ?> chart = plot.get();
            return new Drawing(SlimSvg.of(svg(chart), name), new Drawing.Png(png(chart)));
        } catch (IOException | RuntimeException | LinkageError | InternalError e) {
            return null;
        }
    }

    private static byte[] png(Chart<?, ?> chart) throws IOException {
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

    private static String svg(Chart<?, ?> chart) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        VectorGraphics2D graphics = new VectorGraphics2D();
        chart.paint(graphics, chart.getWidth(), chart.getHeight());
        Processors.get("svg")
                .getDocument(graphics.getCommands(), new PageSize(0, 0, chart.getWidth(), chart.getHeight()))
                .writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
