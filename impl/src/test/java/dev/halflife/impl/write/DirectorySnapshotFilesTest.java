package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DirectorySnapshotFilesTest {

    private static final Map<Partition, Summary> STATISTICS =
            Map.of(new Partition("main", "notes", "e5", "episodic"), new Summary(2, 0.25, 0.125));

    @TempDir
    private Path parent;

    private Path directory;
    private DirectorySnapshotFiles files;

    @BeforeEach
    void open() throws IOException {
        directory = parent.resolve("statistics");
        files = DirectorySnapshotFiles.in(directory);
    }

    @Test
    void chunksAreAppendedAndANewFileStartsEmpty() throws IOException {
        byte[] content = "abcdef".getBytes(StandardCharsets.UTF_8);
        files.create("a");
        files.append("a", content, 0, 2);
        files.append("a", content, 2, 3);
        files.force("a");
        assertThat(files.read("a")).contains("abcde".getBytes(StandardCharsets.UTF_8));
        files.create("a");
        assertThat(files.read("a")).contains(new byte[0]);
    }

    @Test
    void aFileThatIsNotThereIsEmptyToReadAndAnErrorToAppendTo() throws IOException {
        assertThat(files.read("a")).isEmpty();
        files.delete("a");
        assertThatThrownBy(() -> files.append("a", new byte[1], 0, 1)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> files.force("a")).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> files.replace("a", "b")).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void replacingTakesTheOtherFilesPlaceAndRenamingDoesNot() throws IOException {
        files.create("a");
        files.append("a", new byte[] {1}, 0, 1);
        files.create("b");
        assertThatThrownBy(() -> files.rename("a", "b")).isInstanceOf(FileAlreadyExistsException.class);
        files.replace("a", "b");
        assertThat(files.read("b")).contains(new byte[] {1});
        files.rename("b", "c");
        assertThat(files.names()).containsExactly("c");
        files.delete("c");
        assertThat(files.names()).isEmpty();
    }

    @Test
    void aDirectoryThatCannotBeOpenedIsReported() throws IOException {
        Files.delete(directory);
        assertThat(files.forceNames()).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void namesAreForcedWhereTheSystemLetsADirectoryBeOpened() {
        assertThat(files.forceNames()).isTrue();
    }

    @Test
    void w6_aSnapshotIsSavedAndLoaded() {
        SnapshotStore store = new SnapshotStore(files);
        assertThat(store.load()).isEqualTo(new Loaded.FirstRun());
        assertThat(store.save(STATISTICS)).isEqualTo(new SaveOutcome.Saved(true, files.forceNames()));
        assertThat(store.load()).isEqualTo(new Loaded.Restored(STATISTICS));
        assertThat(directory).isDirectoryContaining(file -> file.endsWith("statistics.json"));
    }

    @Test
    void w6_aDirectoryThatIsGoneIsReportedAndNotThrown() throws IOException {
        Files.delete(directory);
        SnapshotStore store = new SnapshotStore(files);
        assertThat(store.load()).isEqualTo(new Loaded.FirstRun());
        assertThat(store.save(STATISTICS)).isInstanceOf(SaveOutcome.Failed.class);
    }

    @Test
    void w6_aDirectoryInTheFilesPlaceIsKeptAside() throws IOException {
        Files.createDirectory(directory.resolve("statistics.json"));
        SnapshotStore store = new SnapshotStore(files);
        assertThat(store.load())
                .isInstanceOfSatisfying(
                        Loaded.Damaged.class,
                        damaged -> assertThat(damaged.keptAs()).isEqualTo("statistics.json.damaged-1"));
        assertThat(store.save(STATISTICS).isSaved()).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLinkInTheTemporaryFilesPlaceIsReplacedAndNotFollowed() throws IOException {
        Path other = Files.writeString(parent.resolve("other"), "precious");
        Files.createSymbolicLink(directory.resolve(Save.TEMPORARY), other);
        assertThat(new SnapshotStore(files).save(STATISTICS)).isInstanceOf(SaveOutcome.Saved.class);
        assertThat(other).hasContent("precious");
        assertThat(new SnapshotStore(files).load().partitions()).isEqualTo(STATISTICS);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsNoSnapshotOfABoundedSizeIsSetAsideUnread() throws IOException {
        Files.createSymbolicLink(directory.resolve(Save.CURRENT), Path.of("/dev/zero"));
        assertThat(new SnapshotStore(files).load()).isInstanceOf(Loaded.Damaged.class);
        try (RandomAccessFile sparse =
                new RandomAccessFile(directory.resolve(Save.CURRENT).toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        assertThat(new SnapshotStore(files).load())
                .isEqualTo(new Loaded.Damaged(
                        "java.io.IOException: statistics.json is larger than 67108864 bytes",
                        "statistics.json.damaged-2"));
        assertThat(new SnapshotStore(files).load()).isEqualTo(new Loaded.FirstRun());
    }
}
