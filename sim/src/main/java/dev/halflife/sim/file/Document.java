package dev.halflife.sim.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The one way a file is read as a whole: a regular file of a bounded size. Costs its size in memory. */
public final class Document {

    /** The largest document that is read, in bytes: 32 MiB. */
    public static final int LARGEST_BYTES = 1 << 25;

    private Document() {}

    /**
     * All bytes of a file.
     *
     * @throws NoSuchFileException if there is none
     * @throws FileSystemException if it is no regular file (a directory, a pipe, a device), or too large; the reason says so
     */
    public static byte[] read(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            }
            throw new FileSystemException(path.toString(), null, "it is no regular file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return read(path.toString(), in);
        }
    }

    /**
     * All bytes of a stream, which the caller closes.
     *
     * @throws FileSystemException if there are too many; the reason says so
     */
    public static byte[] read(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
        if (bytes.length > LARGEST_BYTES) {
            throw new FileSystemException(name, null, "a document must be at most " + LARGEST_BYTES + " bytes long");
        }
        return bytes;
    }
}
