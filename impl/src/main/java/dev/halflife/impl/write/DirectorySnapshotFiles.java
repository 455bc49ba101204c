package dev.halflife.impl.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The files of one directory of the machine.
 *
 * <p>No file stays open between two calls. A thread that is interrupted in a call fails in it, as channels have it.
 */
public final class DirectorySnapshotFiles implements SnapshotFiles {

    private final Path directory;

    private DirectorySnapshotFiles(Path directory) {
        this.directory = directory;
    }

    /** The files of a directory, which is made if it is not there. */
    public static DirectorySnapshotFiles in(Path directory) throws IOException {
        return new DirectorySnapshotFiles(Files.createDirectories(directory));
    }

    @Override
    public void create(String name) throws IOException {
        // Not emptied where it stands: a link would be followed to what it leads to.
        delete(name);
        open(name, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW).close();
    }

    @Override
    public void append(String name, byte[] content, int offset, int length) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(content, offset, length);
        try (FileChannel file = open(name, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS)) {
            while (rest.hasRemaining()) {
                file.write(rest);
            }
        }
    }

    @Override
    public void force(String name) throws IOException {
        try (FileChannel file = open(name, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            file.force(true);
        }
    }

    @Override
    public void replace(String name, String replaced) throws IOException {
        Files.move(directory.resolve(name), directory.resolve(replaced), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void rename(String name, String free) throws IOException {
        Files.move(directory.resolve(name), directory.resolve(free));
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(directory.resolve(name));
    }

    /** Forces the directory; some systems do not let one open it or force it, which is no failure, but reported. */
    @Override
    public boolean forceNames() {
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        Path file = directory.resolve(name);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException(name + " is no regular file");
        }
        if (Files.size(file) > SnapshotStore.LARGEST_BYTES) {
            throw new IOException(name + " is larger than " + SnapshotStore.LARGEST_BYTES + " bytes");
        }
        return Optional.of(Files.readAllBytes(file));
    }

    @Override
    public SortedSet<String> names() throws IOException {
        SortedSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.forEach(file -> names.add(String.valueOf(file.getFileName())));
        }
        return names;
    }

    private FileChannel open(String name, OpenOption... options) throws IOException {
        return FileChannel.open(directory.resolve(name), options);
    }
}
