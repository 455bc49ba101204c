package dev.halflife.impl.write;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What a {@link SnapshotStore} asks of a file system: one directory of files, and one system-level step per method.
 *
 * <p>A machine that stops between two steps keeps what was forced; of the rest it may keep anything. Only one thread calls
 * at a time. Any method may throw an {@link IOException}; whether the step has taken effect is then unknown.
 */
public interface SnapshotFiles {

    /** Makes an empty file of that name, or empties the one that is there. */
    void create(String name) throws IOException;

    /** Appends the bytes from an offset on to the file. */
    void append(String name, byte[] content, int offset, int length) throws IOException;

    /** Returns once the file's content is where a crash of the machine cannot harm it. */
    void force(String name) throws IOException;

    /**
     * Gives a file another name; what has that name is replaced in the same instant, and no one sees neither or both.
     *
     * @throws java.nio.file.AtomicMoveNotSupportedException if this file system cannot do it in one step; nothing has
     *     changed then
     */
    void replace(String name, String replaced) throws IOException;

    /**
     * Gives a file another name that is free.
     *
     * @throws java.nio.file.FileAlreadyExistsException if it is not; nothing has changed then
     */
    void rename(String name, String free) throws IOException;

    /** Deletes a file; one that is not there is left as it is. */
    void delete(String name) throws IOException;

    /** Returns once the names themselves are where a crash cannot harm them; false if this system does not do that. */
    boolean forceNames() throws IOException;

    /** The whole content of a file, or empty if there is no such file. */
    Optional<byte[]> read(String name) throws IOException;

    /** The names of the files there are. */
    SortedSet<String> names() throws IOException;
}
