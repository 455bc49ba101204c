package dev.halflife.stress.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.impl.write.ImportanceCredits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every lock, volatile field and atomic access of the reference is on a list that says how it was weakened and which test
 * turned red. Some weakenings no processor at hand lets anyone see; for those the list itself is the test, and says why.
 */
class SharedMemoryTest {

    private static final Pattern SHOWN_BY = Pattern.compile("(lincheck|jcstress|unit test|this list): (.+)");
    private static final Path UNIT_TESTS = Path.of("..", "impl", "src", "test", "java", "dev", "halflife", "impl");

    @Test
    void noAccessIsWeakenedOrAddedUnnoticed() throws Exception {
        assertThat(SharedMemoryAccesses.of(reference()))
                .as("accesses to shared memory, in shared-memory.txt: take one off or add one only with a reason, and"
                        + " name the test that fails without it")
                .containsExactlyElementsOf(list().keySet());
    }

    @Test
    void everyAccessNamesWhatShowsThatItIsNeeded() throws IOException {
        assertThat(list().values()).allSatisfy(entry -> {
            Matcher shownBy = SHOWN_BY.matcher(entry.shownBy());
            assertThat(shownBy.matches()).as(entry.toString()).isTrue();
            assertThat(entry.weakened()).as(entry.toString()).isNotBlank();
            assertThat(exists(shownBy.group(1), shownBy.group(2)))
                    .as("the test named by %s", entry)
                    .isTrue();
        });
    }

    private static boolean exists(String kind, String name) {
        return switch (kind) {
            case "lincheck", "jcstress" -> isClass("dev.halflife.stress." + kind + "." + name);
            case "unit test" -> Files.exists(UNIT_TESTS.resolve(name + ".java"));
            default -> true;
        };
    }

    private static boolean isClass(String name) {
        try {
            Class.forName(name, false, SharedMemoryTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException unknown) {
            return false;
        }
    }

    /** A line of the list: the access, what was put in its place, and what turned red. */
    private record Entry(String access, String weakened, String shownBy) {

        static Entry of(String line) {
            String[] columns = line.split("\\|", 3);
            assertThat(columns).as(line).hasSize(3);
            return new Entry(columns[0].strip(), columns[1].strip(), columns[2].strip());
        }
    }

    private static SortedMap<String, Entry> list() throws IOException {
        SortedMap<String, Entry> list = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SharedMemoryTest.class.getResourceAsStream("/shared-memory.txt")),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Entry::of)
                    .forEach(entry -> list.put(entry.access(), entry));
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
