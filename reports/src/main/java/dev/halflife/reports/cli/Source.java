package dev.halflife.reports.cli;

import dev.halflife.sim.json.MalformedInput;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** A file to read, or standard input where it is named {@code -}; complaints are sentences that name it. */
final class Source {

    private static final int LARGEST_DOCUMENT_BYTES = 1 << 26;

    private final Surroundings surroundings;
    private final String name;

    Source(Surroundings surroundings, String name) {
        this.surroundings = surroundings;
        this.name = name;
    }

    /** What to call it. */
    String name() {
        return name.equals("-") ? "standard input" : name;
    }

    /** Opens it. */
    InputStream open() {
        if (name.equals("-")) {
            return unclosable(surroundings.in());
        }
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new MalformedInput(name + " is a directory; a file was expected");
            }
            return Files.newInputStream(path);
        } catch (InvalidPathException e) {
            throw new MalformedInput(name + " is not a path");
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** All of it; for documents, not for traces. */
    byte[] bytes() {
        try (InputStream in = open()) {
            byte[] bytes = in.readNBytes(LARGEST_DOCUMENT_BYTES + 1);
            if (bytes.length > LARGEST_DOCUMENT_BYTES) {
                throw new MalformedInput(
                        name() + ": a document must be at most " + LARGEST_DOCUMENT_BYTES + " bytes long");
            }
            return bytes;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The complaint that it cannot be read. */
    MalformedInput unreadable(IOException e) {
        return new MalformedInput(name() + " cannot be read: " + reason(e));
    }

    /** Why a file could not be read or written, in words. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof EOFException || e instanceof ZipException) {
            return "the gzipped file is cut off or damaged";
        }
        return e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }

    private static InputStream unclosable(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return in.read(into, from, length);
            }

            @Override
            public void close() {
                // standard input is not ours to close
            }
        };
    }
}
