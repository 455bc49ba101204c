package dev.halflife.sim.json;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * JSON Lines, one object a line, plain or gzipped, in memory bounded by the longest line allowed. Blank lines are passed
 * over. Not thread-safe.
 */
public final class Lines {

    /** The longest line that is read: room for a tick of some hundred thousand keys. */
    public static final int LONGEST_LINE_BYTES = 1 << 24;

    private static final int CHUNK_BYTES = 1 << 16;

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private int at;
    private int chunkEnd;
    private byte[] line = new byte[1 << 13];
    private int length;
    private long number;
    private boolean ended;
    private boolean endsWhereCutOff;
    private boolean cutOff;

    /**
     * Lines of this stream, which the caller closes.
     *
     * @throws IOException if it cannot be read
     */
    public Lines(InputStream in) throws IOException {
        this.in = plain(in);
    }

    private static InputStream plain(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, CHUNK_BYTES);
        buffered.mark(2);
        boolean gzipped = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return gzipped ? new GzipMembers(buffered) : buffered;
    }

    /** From now on takes what is cut off in the middle of a line as ending with the last whole one. */
    public void endWhereCutOff() {
        endsWhereCutOff = true;
    }

    /** Whether it ended where it was cut off. */
    public boolean cutOff() {
        return cutOff;
    }

    /** The number of the line returned last, from 1. */
    public long number() {
        return number;
    }

    /**
     * The next object, or empty at the end.
     *
     * @throws MalformedInput if the line is not a JSON object
     * @throws IOException if the stream cannot be read
     */
    public Optional<Fields> next() throws IOException {
        do {
            if (ended) {
                return Optional.empty();
            }
            read();
        } while (isBlank());
        return Optional.of(
                new Fields(JsonBytes.object(line, length, ended ? "the line is cut off or not JSON" : "not JSON")));
    }

    /**
     * One line by itself.
     *
     * @throws MalformedInput if it is not a JSON object
     */
    public static Fields parse(byte[] line) {
        return new Fields(JsonBytes.object(line));
    }

    private void read() throws IOException {
        length = 0;
        number++;
        try {
            while (!takeToLineEnd()) {
                at = 0;
                chunkEnd = Math.max(0, in.read(chunk));
                if (chunkEnd == 0) {
                    end(length > 0);
                    return;
                }
            }
        } catch (EOFException | ZipException e) {
            if (!endsWhereCutOff || e instanceof ZipException) {
                throw new MalformedInput("the gzipped file is cut off or damaged");
            }
            end(true);
        }
    }

    /** Takes what is left of the chunk, or as much of it as belongs to the line; whether the line ends there. */
    private boolean takeToLineEnd() {
        int from = at;
        while (at < chunkEnd && chunk[at] != '\n') {
            at++;
        }
        int more = at - from;
        if (more > LONGEST_LINE_BYTES - length) {
            throw new MalformedInput("a line must be at most " + LONGEST_LINE_BYTES + " bytes long");
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.min(LONGEST_LINE_BYTES, Math.max(length + more, 2 * line.length)));
        }
        System.arraycopy(chunk, from, line, length, more);
        length += more;
        boolean ends = at < chunkEnd;
        at += ends ? 1 : 0;
        return ends;
    }

    private void end(boolean inALine) {
        ended = true;
        if (inALine && endsWhereCutOff) {
            cutOff = true;
            length = 0;
        }
    }

    private boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
