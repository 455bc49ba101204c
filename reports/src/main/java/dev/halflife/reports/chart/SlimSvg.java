package dev.halflife.reports.chart;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A drawing as it stands in a page: a third of the size, its names its own, its colours left to the page's style where
 * that has one for them, so that the dark page draws in colours for the dark.
 */
final class SlimSvg {

    /** A tenth of a pixel is enough. */
    private static final Pattern DECIMALS = Pattern.compile("(\\d\\.\\d)\\d+");

    private static final Pattern ZEROS = Pattern.compile("(?<![\\d.])(\\d+)\\.0(?!\\d)");
    private static final Pattern CLIP_PATH = Pattern.compile("id=\"(clip[-\\d]+)\"");
    private static final Pattern PROLOGUE = Pattern.compile("^.*?(?=<svg )", Pattern.DOTALL);
    private static final Pattern NOT_NEEDED =
            Pattern.compile(" (height|width|x|y)=\"[0-9.]+px\"| xmlns(:xlink)?=\"[^\"]*\"");
    private static final Pattern LINE = Pattern.compile(
            "<line style=\"([^\"]*)\" x1=\"([^\"]*)\" x2=\"([^\"]*)\" y1=\"([^\"]*)\" y2=\"([^\"]*)\"/>");
    private static final Pattern COLOR = Pattern.compile("(fill|stroke):rgb\\((\\d+),(\\d+),(\\d+)\\)");
    private static final Pattern DEFAULTS =
            Pattern.compile("stroke-miterlimit:10;|stroke:none;|(?<=;)stroke-linecap:(butt|square);");
    private static final Pattern STYLE = Pattern.compile("style=\"([^\"]*)\"");

    private SlimSvg() {}

    /** That drawing; {@code name} tells it from the others of a page. */
    static String of(String drawn, String name) {
        String svg = PROLOGUE.matcher(drawn.replace("\r\n", "\n")).replaceFirst("");
        int end = svg.indexOf('>');
        svg = NOT_NEEDED.matcher(svg.substring(0, end)).replaceAll("") + svg.substring(end);
        svg = DECIMALS.matcher(svg).replaceAll("$1");
        svg = ZEROS.matcher(svg).replaceAll("$1").replace("-0 ", "0 ").replace("-0,", "0,");
        svg = joined(svg);
        svg = colors(svg);
        svg = DEFAULTS.matcher(svg).replaceAll("");
        svg = clips(svg, name);
        svg = styles(svg, name);
        return svg.replaceAll("\n *", "\n").strip();
    }

    /** Lines that begin where the last one of the same style ended become one. */
    private static String joined(String svg) {
        StringBuilder slim = new StringBuilder(svg.length());
        Matcher line = LINE.matcher(svg);
        int copied = 0;
        String style = "";
        String endX = "";
        String endY = "";
        StringBuilder points = new StringBuilder();
        while (line.find()) {
            boolean next = svg.substring(copied, line.start()).isBlank();
            boolean joins = next
                    && line.group(1).equals(style)
                    && line.group(2).equals(endX)
                    && line.group(4).equals(endY);
            if (!joins) {
                flush(slim, style, points);
                slim.append(svg, copied, line.start());
                points.append(line.group(2)).append(',').append(line.group(4));
            }
            points.append(' ').append(line.group(3)).append(',').append(line.group(5));
            style = line.group(1);
            endX = line.group(3);
            endY = line.group(5);
            copied = line.end();
        }
        flush(slim, style, points);
        return slim.append(svg, copied, svg.length()).toString();
    }

    private static void flush(StringBuilder slim, String style, StringBuilder points) {
        if (points.length() > 0) {
            slim.append("<polyline style=\"")
                    .append(style)
                    .append("\" points=\"")
                    .append(points)
                    .append("\"/>");
            points.setLength(0);
        }
    }

    private static String colors(String svg) {
        return COLOR.matcher(svg).replaceAll(match -> {
            int rgb = Integer.parseInt(match.group(2)) << 16
                    | Integer.parseInt(match.group(3)) << 8
                    | Integer.parseInt(match.group(4));
            String plain = "#" + HexFormat.of().toHexDigits(rgb, 6);
            String named = Palette.name(rgb);
            return match.group(1) + ":" + (named == null ? plain : "var(--" + named + "," + plain + ")");
        });
    }

    private static String clips(String svg, String name) {
        Map<String, String> names = new TreeMap<>();
        Matcher clip = CLIP_PATH.matcher(svg);
        while (clip.find()) {
            names.putIfAbsent(clip.group(1), "clip-" + name + "-" + names.size());
        }
        String slim = svg;
        for (Map.Entry<String, String> entry : names.entrySet()) {
            slim = slim.replace("\"" + entry.getKey() + "\"", "\"" + entry.getValue() + "\"")
                    .replace("#" + entry.getKey() + ")", "#" + entry.getValue() + ")");
        }
        return slim;
    }

    /** What is written often is written once, as a class. */
    private static String styles(String svg, String name) {
        Map<String, Long> uses = STYLE.matcher(svg)
                .results()
                .collect(Collectors.groupingBy(match -> match.group(1), TreeMap::new, Collectors.counting()));
        StringBuilder sheet = new StringBuilder();
        String slim = svg;
        int number = 0;
        for (Map.Entry<String, Long> use : uses.entrySet()) {
            if (use.getValue() > 2) {
                String its = "f-" + name + "-" + number++;
                sheet.append('.').append(its).append('{').append(use.getKey()).append('}');
                slim = slim.replace("style=\"" + use.getKey() + "\"", "class=\"" + its + "\"");
            }
        }
        int end = slim.indexOf('>') + 1;
        return slim.substring(0, end) + "<style>" + sheet + "</style>" + slim.substring(end);
    }
}
