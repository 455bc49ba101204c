package dev.halflife.sim.json;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * A gzipped stream to its true end (RFC 1952): any number of members, one after the other, whenever they arrive. The JDK's
 * own reader takes a pause before the next member for the end, passes over a member that is cut within its header, and
 * recurses over empty ones; readers of other libraries drop what they had read when the stream is cut off. Not thread-safe.
 */
final class GzipMembers extends InputStream {

    private static final int CHUNK_BYTES = 1 << 14;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private int at;
    private int end;
    private boolean within;
    private boolean ended;

    /** The members of this stream, the first of which has not been read yet. */
    GzipMembers(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /**
     * As much as there is, at least one byte.
     *
     * @throws EOFException if the stream is cut off within a member; what came before has been returned by then
     * @throws ZipException if it is damaged
     */
    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            if (!within) {
                ended = !begin();
                continue;
            }
            int more = inflate(into, from, length);
            if (more > 0) {
                return more;
            }
            if (inflater.finished()) {
                end();
            } else {
                fill();
            }
        }
        return -1;
    }

    private int inflate(byte[] into, int from, int length) throws ZipException {
        try {
            inflater.setInput(chunk, at, end - at);
            int more = inflater.inflate(into, from, length);
            at = end - inflater.getRemaining();
            checksum.update(into, from, more);
            if (inflater.needsDictionary()) {
                throw new ZipException("a preset dictionary");
            }
            return more;
        } catch (DataFormatException e) {
            throw damaged("data that is not deflated");
        }
    }

    /** Reads a member's header; false where the stream ends instead. */
    private boolean begin() throws IOException {
        if (at == end && !more()) {
            return false;
        }
        if (next() != 0x1f || next() != 0x8b || next() != 8) {
            throw damaged("no gzip header");
        }
        int flags = next();
        if ((flags & RESERVED) != 0) {
            throw damaged("unknown flags");
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        for (int text : new int[] {NAME, COMMENT}) {
            while ((flags & text) != 0 && next() != 0) {
                // up to the NUL that ends it
            }
        }
        skip((flags & HEADER_CRC) != 0 ? 2 : 0);
        inflater.reset();
        checksum.reset();
        within = true;
        return true;
    }

    /** Compares a member with its trailer. */
    private void end() throws IOException {
        long sum = number();
        long size = number();
        if (sum != checksum.getValue() || size != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw damaged("a checksum that does not fit");
        }
        within = false;
    }

    private long number() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            next();
        }
    }

    private int next() throws IOException {
        if (at == end) {
            fill();
        }
        return chunk[at++] & 0xff;
    }

    private void fill() throws IOException {
        if (!more()) {
            throw new EOFException("the stream ends within a member");
        }
    }

    private boolean more() throws IOException {
        at = 0;
        end = Math.max(0, in.read(chunk));
        return end > 0;
    }

    private static ZipException damaged(String by) {
        return new ZipException("damaged: " + by);
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
