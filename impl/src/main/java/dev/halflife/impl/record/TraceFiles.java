package dev.halflife.impl.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files of one recording, one after the other: each gzipped JSON Lines beginning with a header. What is flushed can be
 * read whatever becomes of the process, up to the last whole line. Used by one thread.
 */
final class TraceFiles implements Closeable {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .rootValueSeparator("")
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    /** The fields of a header that are the same in each file. */
    interface Header {
        /** Writes them; {@code whole}: everything since the registry began is in the recording. */
        void write(JsonGenerator out, boolean whole) throws IOException;
    }

    private final Path folder;
    private final String recording;
    private final long rotateBytes;
    private final long limitBytes;
    private final Header header;
    private @Nullable JsonGenerator out;
    private @Nullable Counting file;
    private long segment;
    private long closedBytes;
    private boolean continues;
    private boolean whole = true;
    private long dropped;

    TraceFiles(Path folder, String recording, long rotateBytes, long limitBytes, Header header) {
        this.folder = folder;
        this.recording = recording;
        this.rotateBytes = rotateBytes;
        this.limitBytes = limitBytes;
        this.header = header;
    }

    /** Writes a line, in a new file where the last one is full. */
    void write(Step step) throws IOException {
        if (file != null && file.bytes >= rotateBytes) {
            close();
            continues = true;
        }
        JsonGenerator into = out == null ? open() : out;
        into.writeStartObject();
        step.write(into);
        into.writeEndObject();
        into.writeRaw('\n');
    }

    /** Hands everything written so far to the system. */
    void flush() throws IOException {
        if (out != null) {
            out.flush();
        }
    }

    /** Steps were dropped, so many in all: what comes next goes into a file that continues nothing. */
    void cut(long droppedSoFar) throws IOException {
        close();
        continues = false;
        whole = false;
        dropped = droppedSoFar;
    }

    private JsonGenerator open() throws IOException {
        if (closedBytes >= limitBytes) {
            throw new IOException("the recording has reached its limit of " + limitBytes + " bytes");
        }
        segment++;
        Files.createDirectories(folder);
        String name = String.format(Locale.ROOT, "%s-%06d.jsonl.gz", recording, segment);
        Path hidden = folder.resolve("." + name);
        if (Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(folder.resolve(name).toString());
        }
        Counting stream = new Counting(Files.newOutputStream(hidden, StandardOpenOption.CREATE_NEW));
        file = stream;
        JsonGenerator opened =
                JSON.createGenerator(new GZIPOutputStream(new BufferedOutputStream(stream), 1 << 13, true));
        out = opened;
        opened.writeStartObject();
        opened.writeStringField("trace", "halflife/1");
        header.write(opened, whole);
        opened.writeStringField("recording", recording);
        opened.writeNumberField("segment", segment);
        opened.writeBooleanField("continues", continues);
        opened.writeNumberField("dropped", dropped);
        opened.writeEndObject();
        opened.writeRaw('\n');
        opened.flush();
        // A file that can be seen has its header.
        Files.move(hidden, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        return opened;
    }

    @Override
    public void close() throws IOException {
        if (out != null && file != null) {
            out.close();
            closedBytes += file.bytes;
        }
        out = null;
        file = null;
    }

    /** Counts what goes into a file. */
    private static final class Counting extends FilterOutputStream {
        private long bytes;

        Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            out.write(from, offset, length);
            bytes += length;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            bytes++;
        }
    }
}
