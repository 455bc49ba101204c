package dev.halflife.reports.cli;

import dev.halflife.sim.file.Document;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.json.Printable;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** A file to read, or standard input where it is named {@code -}; complaints are sentences that name it. */
final class Source {

    private final Surroundings surroundings;
    private final String name;

    Source(Surroundings surroundings, String name) {
        this.surroundings = surroundings;
        this.name = name;
    }

    /** What to call it: a name may hold anything. */
    String name() {
        return name.equals("-") ? "standard input" : Printable.shortened(name);
    }

    /** Opens it. */
    InputStream open() {
        if (name.equals("-")) {
            return unclosable(surroundings.in());
        }
        try {
            Path path = LocalPath.of(name);
            if (Files.isDirectory(path)) {
                throw new MalformedInput(name + " is a directory; a file was expected");
            }
            // The library's own stream of a path seeks, which a pipe cannot.
            return Files.isRegularFile(path) || !Files.exists(path)
                    ? Files.newInputStream(path)
                    : new FileInputStream(path.toFile());
        } catch (InvalidPathException e) {
            throw new MalformedInput(name + " is not a path");
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** All of it; for documents, not for traces. */
    byte[] bytes() {
        try (InputStream in = open()) {
            return Document.read(name(), in);
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
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return e instanceof FileSystemException named && named.getReason() != null
                ? named.getReason()
                : String.valueOf(e.getMessage());
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
