package dev.halflife.reports.stress;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.halflife.sim.file.Document;
import dev.halflife.sim.json.JsonBytes;
import dev.halflife.sim.json.MalformedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The records of the stress tests, as found.
 *
 * @param records by kind, case and subject
 * @param unreadable the names of files that are no such record
 */
public record StressRecords(List<StressRecord> records, List<String> unreadable) {

    /** Where no stress test has run. */
    public static final StressRecords NONE = new StressRecords(List.of(), List.of());

    private static final JsonMapper JSON = new JsonMapper();

    public StressRecords {
        records = List.copyOf(records);
        unreadable = List.copyOf(unreadable);
    }

    /** Those in that directory; {@link #NONE} where there is none. */
    public static StressRecords in(Path directory) {
        if (!Files.isDirectory(directory)) {
            return NONE;
        }
        List<StressRecord> records = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                try {
                    records.add(JSON.treeToValue(JsonBytes.object(Document.read(file)), StressRecord.class));
                } catch (IOException | MalformedInput e) {
                    unreadable.add(String.valueOf(file.getFileName()));
                }
            }
        } catch (IOException e) {
            unreadable.add(directory.toString());
        }
        records.sort(Comparator.comparing(StressRecord::kind)
                .reversed()
                .thenComparing(StressRecord::race)
                .thenComparing(record -> record.subject().equals("reference") ? "" : record.subject()));
        return new StressRecords(records, unreadable);
    }
}
