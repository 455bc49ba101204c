package dev.halflife.reports.cli;

import dev.halflife.model.NumberText;
import dev.halflife.reports.bench.Bench;
import dev.halflife.reports.bench.Growth;
import dev.halflife.reports.bench.GrowthPicture;
import dev.halflife.reports.chart.DrawnChapter;
import dev.halflife.reports.chart.DrawnFigure;
import dev.halflife.sim.text.Columns;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Growth as it is printed, and as charts in a folder. */
final class GrowthFiles {

    private static final int AT = 42;
    private static final int COST = 11;

    static final String HEAD = Columns.left("operation", AT - 2) + "at  published  reference  ratio";

    private GrowthFiles() {}

    /** Measures, and prints each line when it is known. */
    static List<Growth> measured(boolean brief, Bench.Begins begins, Consumer<String> line) {
        return Bench.growth(
                brief,
                begins,
                (operation, point) -> line.accept(Columns.left(operation, AT - COST)
                        + Columns.right(Growth.written(point.at()), COST)
                        + Columns.right(CostText.nanos(point.publishedNanos()), COST)
                        + Columns.right(CostText.nanos(point.referenceNanos()), COST)
                        + "  "
                        + CostText.ratios(point.ratio(), point.lowestRatio(), point.highestRatio())),
                growth -> line.accept(Columns.left("  grows as " + growth.along() + " to the power", AT)
                        + Columns.right(power(growth.publishedPower()), COST)
                        + Columns.right(power(growth.referencePower()), COST)));
    }

    private static String power(double power) {
        return String.format(Locale.ROOT, "%.2f", NumberText.decimal(power));
    }

    /** Draws each; says whether all could be drawn. */
    static boolean write(List<Growth> all, Folder folder) {
        List<DrawnFigure> figures = all.stream()
                .map(GrowthPicture::new)
                .map(picture -> DrawnFigure.drawn(picture, picture.numbers()))
                .toList();
        new FigureFiles(folder).write(List.of(new DrawnChapter("Growth", "", figures)));
        return figures.stream().noneMatch(DrawnFigure::isMissing);
    }
}
