package dev.halflife.sim.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * The one way a file is written: beside its place under a name of its own, forced to disk, moved there, and the directory
 * forced. Whoever reads it sees the old file or the new one; a full disk or a killed process leaves the old one, and nothing
 * else but, after a kill, a file {@code .NAME.….partial}. Any thread and process may write at any time.
 */
public final class WholeFile {

    private WholeFile() {}

    /**
     * Writes a file, replacing an older one.
     *
     * @throws FileSystemException if something stands there that is no regular file: a directory, a link, a device
     */
    public static void write(Path path, byte[] bytes) throws IOException {
        boolean taken = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        if (taken && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(path.toString(), null, "what stands there is no regular file");
        }
        put(path, bytes, true);
    }

    /**
     * Writes a file where there is none.
     *
     * @throws FileAlreadyExistsException if anything stands there
     */
    public static void create(Path path, byte[] bytes) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(path.toString());
        }
        put(path, bytes, false);
    }

    private static void put(Path path, byte[] bytes, boolean replace) throws IOException {
        Path partial = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID() + ".partial");
        try {
            try (FileChannel channel =
                    FileChannel.open(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            if (replace) {
                Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(partial, path);
            }
        } finally {
            Files.deleteIfExists(partial);
        }
        forceDirectory(path);
    }

    private static void forceDirectory(Path path) {
        Path directory = path.toAbsolutePath().getParent();
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Some systems cannot force a directory; there the name may be lost with the power, not with the process.
        }
    }
}
