package dev.halflife.sim.write.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.write.statistics.PowerLoss;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The disk keeps for certain what was forced, and nothing else. */
class SimulatedDiskTest {

    private static final int ALL_NAMES = (1 << PowerLoss.BITS) - 1;

    private final SimulatedDisk disk = new SimulatedDisk();

    @Test
    void aForcedFileUnderAForcedNameOutlivesThePower() {
        SimulatedDisk.Open file = disk.create("a");
        file.write(bytes("old"));
        file.force();
        disk.forceDirectory();

        disk.losePower(PowerLoss.NOTHING_SURVIVES);

        assertThat(text("a")).isEqualTo("old");
    }

    @Test
    void aForcedFileUnderAnUnforcedNameIsGone() {
        SimulatedDisk.Open file = disk.create("a");
        file.write(bytes("old"));
        file.force();

        disk.losePower(PowerLoss.NOTHING_SURVIVES);

        assertThat(disk.names()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "1, ''", "250, n", "500, ne", "999, new", "1000, new!"})
    void ofUnforcedBytesSurvivesTheShareThatIsTold(int perMille, String left) {
        disk.create("a").write(bytes("new!"));

        disk.losePower(new PowerLoss(ALL_NAMES, perMille));

        assertThat(text("a")).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({"0, old, none", "1, old, new", "2, new, none", "3, new, none"})
    void eachUnforcedNameSurvivesByItself(int directory, String current, String temporary) {
        write("current", "old");
        disk.forceDirectory();
        write("temporary", "new");
        disk.rename("temporary", "current");

        disk.losePower(new PowerLoss(directory, 0));

        assertThat(text("current")).isEqualTo(current);
        assertThat(text("temporary")).isEqualTo(temporary);
    }

    @Test
    void aRenamedFileStaysOpenUnderItsNewName() {
        SimulatedDisk.Open file = disk.create("temporary");
        file.write(bytes("a"));
        disk.rename("temporary", "current");
        file.write(bytes("b"));

        assertThat(text("current")).isEqualTo("ab");
        assertThat(disk.rename("temporary", "current")).isFalse();
    }

    @Test
    void twoWritersOfOneFileWriteOverEachOther() {
        SimulatedDisk.Open first = disk.create("temporary");
        first.write(bytes("aaaa"));
        SimulatedDisk.Open second = disk.create("temporary");
        second.write(bytes("b"));
        first.write(bytes("aa"));

        assertThat(text("temporary")).isEqualTo("b\0\0\0aa");
    }

    private void write(String name, String content) {
        SimulatedDisk.Open file = disk.create(name);
        file.write(bytes(content));
        file.force();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private String text(String name) {
        byte[] content = disk.read(name);
        return content == null ? "none" : new String(content, StandardCharsets.US_ASCII);
    }
}
