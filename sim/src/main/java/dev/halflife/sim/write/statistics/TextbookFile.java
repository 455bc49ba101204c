package dev.halflife.sim.write.statistics;

import dev.halflife.model.write.statistics.Summary;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A snapshot as a textbook writes it: a line for each partition, and one that says that it is the last. */
final class TextbookFile {

    private static final String END = "end\n";

    private TextbookFile() {}

    static byte[] write(SortedMap<String, Summary> partitions) {
        StringBuilder text = new StringBuilder();
        partitions.forEach((partition, summary) -> text.append(summary.count())
                .append(' ')
                .append(Double.toHexString(summary.mean()))
                .append(' ')
                .append(Double.toHexString(summary.m2()))
                .append(' ')
                .append(partition)
                .append('\n'));
        return text.append(END).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What was written; empty where it is not whole. */
    static Optional<SortedMap<String, Summary>> read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        SortedMap<String, Summary> partitions = new TreeMap<>();
        if (!text.endsWith(END)) {
            return Optional.empty();
        }
        for (String line :
                text.substring(0, text.length() - END.length()).lines().toList()) {
            if (!read(line, partitions)) {
                return Optional.empty();
            }
        }
        return Optional.of(partitions);
    }

    /** Reads one line; says whether it is one. */
    static boolean read(String line, SortedMap<String, Summary> into) {
        String[] fields = line.split(" ", -1);
        if (fields.length != 4) {
            return false;
        }
        try {
            Summary summary = new Summary(
                    Long.parseLong(fields[0]), Double.parseDouble(fields[1]), Double.parseDouble(fields[2]));
            return into.put(fields[3], summary) == null;
        } catch (NumberFormatException torn) {
            return false;
        }
    }
}
