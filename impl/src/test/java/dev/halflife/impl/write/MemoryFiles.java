package dev.halflife.impl.write;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Files in memory that can refuse a step, and cannot replace a file in one if so told. */
final class MemoryFiles implements SnapshotFiles {

    private final TreeMap<String, byte[]> files = new TreeMap<>();
    private final boolean atomic;
    private boolean forcesNames = true;
    private @Nullable String refused;
    private @Nullable String broken;
    private final List<String> calls = new ArrayList<>();

    MemoryFiles() {
        this(true);
    }

    MemoryFiles(boolean atomic) {
        this.atomic = atomic;
    }

    /** A copy, as a process that starts after a crash finds it. */
    MemoryFiles afterCrash() {
        MemoryFiles copy = new MemoryFiles(atomic);
        copy.files.putAll(files);
        return copy;
    }

    void put(String name, byte[] content) {
        files.put(name, content);
    }

    byte[] get(String name) {
        byte[] content = files.get(name);
        if (content == null) {
            throw new AssertionError("no such file: " + name);
        }
        return content;
    }

    /** Lets each call of a method fail from now on; null lets all work again. */
    void refuse(@Nullable String method) {
        refused = method;
    }

    /** Lets each call of a method throw an error that is no file's fault; null lets all work again. */
    void breakOn(@Nullable String method) {
        broken = method;
    }

    void doNotForceNames() {
        forcesNames = false;
    }

    Set<String> listed() {
        return files.keySet();
    }

    List<String> calls() {
        return calls;
    }

    @Override
    public void create(String name) throws IOException {
        called("create");
        files.put(name, new byte[0]);
    }

    @Override
    public void append(String name, byte[] content, int offset, int length) throws IOException {
        called("append");
        byte[] before = existing(name);
        byte[] after = Arrays.copyOf(before, before.length + length);
        System.arraycopy(content, offset, after, before.length, length);
        files.put(name, after);
    }

    @Override
    public void force(String name) throws IOException {
        called("force");
        existing(name);
    }

    @Override
    public void replace(String name, String replaced) throws IOException {
        called("replace");
        if (!atomic) {
            throw new AtomicMoveNotSupportedException(name, replaced, "refused");
        }
        files.put(replaced, existing(name));
        files.remove(name);
    }

    @Override
    public void rename(String name, String free) throws IOException {
        called("rename");
        byte[] content = existing(name);
        if (files.containsKey(free)) {
            throw new FileAlreadyExistsException(free);
        }
        files.put(free, content);
        files.remove(name);
    }

    @Override
    public void delete(String name) throws IOException {
        called("delete");
        files.remove(name);
    }

    @Override
    public boolean forceNames() throws IOException {
        called("forceNames");
        return forcesNames;
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        called("read");
        return Optional.ofNullable(files.get(name));
    }

    @Override
    public SortedSet<String> names() throws IOException {
        called("names");
        return new TreeSet<>(files.keySet());
    }

    private byte[] existing(String name) throws IOException {
        byte[] content = files.get(name);
        if (content == null) {
            throw new NoSuchFileException(name);
        }
        return content;
    }

    private void called(String method) throws IOException {
        calls.add(method);
        if (method.equals(broken)) {
            throw new StackOverflowError("in " + method);
        }
        if (method.equals(refused)) {
            throw new IOException("no " + method + " today");
        }
    }
}
