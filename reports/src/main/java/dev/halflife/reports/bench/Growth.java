package dev.halflife.reports.bench;

import dev.halflife.model.NumberText;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What an operation costs the more there is of something.
 *
 * @param name what its files are called, without ending
 * @param operation what was done
 * @param along of what there is more, in a word
 * @param points from little to much
 */
public record Growth(String name, String operation, String along, List<Point> points) {

    /**
     * What the operation costs with so much.
     *
     * @param at how much
     * @param publishedNanos of one operation, the median of the rounds; of all threads together
     * @param referenceNanos the same
     * @param ratio how many times faster the reference was, the median of the rounds
     * @param lowestRatio of any round
     * @param highestRatio of any round
     */
    public record Point(
            double at,
            double publishedNanos,
            double referenceNanos,
            double ratio,
            double lowestRatio,
            double highestRatio) {}

    public Growth {
        points = List.copyOf(points);
    }

    /** So much, in as few digits as say it: {@code 0.01}, {@code 3.2}, {@code 1,000,000}. */
    public static String written(double at) {
        return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(NumberText.decimal(at));
    }

    /** The power with which the published algorithm's cost grows: 0 is constant, 1 in proportion. */
    public double publishedPower() {
        return power(Point::publishedNanos);
    }

    /** The same of the reference. */
    public double referencePower() {
        return power(Point::referenceNanos);
    }

    /** The slope of the line through the logarithms, by least squares; a logarithm of 0 is none. */
    private double power(ToDoubleFunction<Point> nanos) {
        List<Point> some = points.stream().filter(point -> point.at() > 0).toList();
        double meanX = some.stream()
                .mapToDouble(point -> Math.log(point.at()))
                .average()
                .orElse(0);
        double meanY = some.stream()
                .mapToDouble(point -> Math.log(nanos.applyAsDouble(point)))
                .average()
                .orElse(0);
        double together = 0;
        double alone = 0;
        for (Point point : some) {
            double x = Math.log(point.at()) - meanX;
            together += x * (Math.log(nanos.applyAsDouble(point)) - meanY);
            alone += x * x;
        }
        return together / alone;
    }
}
