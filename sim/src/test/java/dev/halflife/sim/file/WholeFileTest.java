package dev.halflife.sim.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.count();
        }
    }

    @Test
    void aFileIsReplacedAndNothingElseIsLeft() throws IOException {
        Path file = directory.resolve("a.json");
        WholeFile.write(file, bytes("one"));
        WholeFile.write(file, bytes("two"));
        assertThat(file).hasContent("two");
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void aLinkIsNeitherFollowedNorReplaced() throws IOException {
        Path target = Files.writeString(directory.resolve("target"), "mine");
        Path link = Files.createSymbolicLink(directory.resolve("link"), target);
        assertThatThrownBy(() -> WholeFile.write(link, bytes("x")))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("no regular file");
        assertThat(target).hasContent("mine");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void whatIsNoRegularFileIsRefused() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("folder"));
        assertThatThrownBy(() -> WholeFile.write(folder, bytes("x"))).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> WholeFile.write(Path.of("/dev/null"), bytes("x")))
                .isInstanceOf(FileSystemException.class);
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void aNewFileReplacesNothingNotEvenALinkToNowhere() throws IOException {
        Path file = directory.resolve("new.json");
        WholeFile.create(file, bytes("one"));
        assertThatThrownBy(() -> WholeFile.create(file, bytes("two"))).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("one");
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("nowhere"));
        assertThatThrownBy(() -> WholeFile.create(link, bytes("x"))).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(directory.resolve("nowhere")).doesNotExist();
    }

    @Test
    void aDocumentIsARegularFile() throws IOException {
        assertThat(Document.read(Files.writeString(directory.resolve("a"), "text")))
                .isEqualTo(bytes("text"));
        assertThatThrownBy(() -> Document.read(directory)).hasMessageContaining("no regular file");
        assertThatThrownBy(() -> Document.read(Path.of("/dev/zero"))).hasMessageContaining("no regular file");
        assertThatThrownBy(() -> Document.read("zero", Files.newInputStream(Path.of("/dev/zero"))))
                .hasMessageContaining("at most " + Document.LARGEST_BYTES + " bytes");
    }
}
