package dev.halflife.stress.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.impl.write.ImportanceCredits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every lock, volatile field and atomic access of the reference is on a list that names the test which turns red without
 * it. Some weakenings no processor at hand lets anyone see; for those the list itself is the test, and says why.
 */
class SharedMemoryTest {

    @Test
    void noAccessIsWeakenedOrAddedUnnoticed() throws Exception {
        assertThat(SharedMemoryAccesses.of(reference()))
                .as("accesses to shared memory, in shared-memory.txt: take one off or add one only with a reason, and"
                        + " name the test that fails without it")
                .containsExactlyElementsOf(list().keySet());
    }

    @Test
    void everyAccessNamesWhatShowsThatItIsNeeded() throws IOException {
        assertThat(list())
                .allSatisfy((access, shownBy) ->
                        assertThat(shownBy).as(access).matches("(lincheck|jcstress|unit test|this list): .+"));
    }

    /** The access, and what it is shown by. */
    private static Map<String, String> list() throws IOException {
        Map<String, String> list = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SharedMemoryTest.class.getResourceAsStream("/shared-memory.txt")),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] columns = line.split("\\|", 2);
                    list.put(columns[0].strip(), columns.length == 2 ? columns[1].strip() : "");
                }
            }
        }
        return list;
    }

    private static Path reference() throws URISyntaxException {
        return Path.of(ImportanceCredits.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }
}
