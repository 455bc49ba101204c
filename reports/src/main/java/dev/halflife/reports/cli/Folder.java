package dev.halflife.reports.cli;

import dev.halflife.sim.file.Document;
import dev.halflife.sim.file.WholeFile;
import dev.halflife.sim.json.MalformedInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** A directory to write into; made when the first file is written. */
final class Folder {

    private final Path path;

    /**
     * That directory; {@code option} is where its name was given.
     *
     * @throws MalformedInput if files could not be written there; asked before a long run rather than after it
     */
    Folder(String option, String name) {
        try {
            path = LocalPath.of(name);
        } catch (InvalidPathException e) {
            throw new MalformedInput(option + " must be a directory: " + name);
        }
        Path existing = path.toAbsolutePath().normalize();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isDirectory(existing)) {
            throw new MalformedInput(option + " must be a directory: " + existing + " is a file");
        }
        probe(option, existing);
    }

    /** Writes and deletes: file systems that are read-only or not what they seem only tell when written to. */
    private static void probe(String option, Path existing) {
        // Not a temporary file of the library's: the secure random name of one takes longer than everything else here.
        Path file = existing.resolve(
                ".halflife" + Long.toHexString(ThreadLocalRandom.current().nextLong()));
        try {
            Files.delete(Files.createFile(file));
        } catch (IOException e) {
            throw new MalformedInput(option + " must be a directory that can be written to: " + existing);
        }
    }

    /** The directory of this file. */
    static Folder of(Path file) {
        return new Folder("--out", file.getParent() == null ? "." : String.valueOf(file.getParent()));
    }

    private Folder(Path path) {
        this.path = path;
    }

    /** Where a file of that name is or would be. */
    Path file(String name) {
        return path.resolve(name);
    }

    /** A directory in this one. */
    Folder within(String name) {
        return new Folder(path.resolve(name));
    }

    /** Whether there is a file of that name that says just that. */
    boolean holds(String name, String text) {
        try {
            return Files.exists(file(name))
                    && Arrays.equals(Document.read(file(name)), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new MalformedInput(file(name) + " cannot be read: " + Source.reason(e));
        }
    }

    /** Deletes a file, if it is there. */
    void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new MalformedInput(file(name) + " cannot be deleted: " + Source.reason(e));
        }
    }

    /** Writes a file, replacing an older one. */
    void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file, replacing an older one: who is killed meanwhile leaves that, and who reads sees one or the other. */
    void write(String name, byte[] bytes) {
        Path whole = file(name);
        try {
            Files.createDirectories(path);
            WholeFile.write(whole, bytes);
        } catch (IOException e) {
            throw new MalformedInput(file(name) + " cannot be written: " + Source.reason(e));
        }
    }
}
