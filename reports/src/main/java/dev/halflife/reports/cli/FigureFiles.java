package dev.halflife.reports.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.halflife.reports.chart.Column;
import dev.halflife.reports.chart.Drawing;
import dev.halflife.reports.chart.DrawnChapter;
import dev.halflife.reports.chart.DrawnFigure;
import dev.halflife.reports.chart.Numbers;
import java.math.BigDecimal;
import java.util.List;

/** The figures of a report as files beside its page: the numbers as CSV and as JSON, the picture as SVG and as PNG. */
final class FigureFiles {

    private final Folder folder;

    /** Files in that directory of figures. */
    FigureFiles(Folder folder) {
        this.folder = folder;
    }

    /** Writes all files. */
    void write(List<DrawnChapter> chapters) {
        chapters.stream().flatMap(chapter -> chapter.figures().stream()).forEach(this::write);
    }

    private void write(DrawnFigure figure) {
        if (figure.numbers().isEmpty()) {
            return;
        }
        folder.write(figure.name() + ".csv", figure.numbers().csv());
        folder.write(figure.name() + ".json", Json.text(document(figure)) + "\n");
        Drawing drawing = figure.drawing();
        if (drawing != null) {
            folder.write(figure.name() + ".svg", drawing.svgFile());
            folder.write(figure.name() + ".png", drawing.png().bytes());
        }
    }

    private static ObjectNode document(DrawnFigure figure) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("figure", figure.name()).put("title", figure.title());
        ArrayNode rows = document.putArray("rows");
        figure.numbers().all().forEach(row -> row(rows.addObject(), figure.numbers(), row));
        return document;
    }

    private static void row(ObjectNode into, Numbers numbers, Numbers.Row row) {
        for (Column column : numbers.columns()) {
            String cell = row.text(column.name());
            if (column.kind() == Column.Kind.TEXT) {
                into.put(column.name(), cell);
            } else if (cell.isEmpty()) {
                into.putNull(column.name());
            } else {
                into.put(column.name(), new BigDecimal(cell));
            }
        }
    }
}
