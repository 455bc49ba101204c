package dev.halflife.sim.write.statistics;

import dev.halflife.impl.write.SnapshotFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The simulated disk as the reference's store sees it. */
record SimulatedFiles(SimulatedDisk disk) implements SnapshotFiles {

    @Override
    public void create(String name) {
        disk.create(name);
    }

    @Override
    public void append(String name, byte[] content, int offset, int length) {
        disk.append(name).write(Arrays.copyOfRange(content, offset, offset + length));
    }

    @Override
    public void force(String name) {
        disk.append(name).force();
    }

    @Override
    public void replace(String name, String replaced) throws IOException {
        if (!disk.rename(name, replaced)) {
            throw new FileNotFoundException(name);
        }
    }

    @Override
    public void rename(String name, String free) throws IOException {
        if (disk.names().contains(free)) {
            throw new FileAlreadyExistsException(free);
        }
        replace(name, free);
    }

    @Override
    public void delete(String name) {
        disk.delete(name);
    }

    @Override
    public boolean forceNames() {
        disk.forceDirectory();
        return true;
    }

    @Override
    public Optional<byte[]> read(String name) {
        return Optional.ofNullable(disk.read(name));
    }

    @Override
    public SortedSet<String> names() {
        return new TreeSet<>(disk.names());
    }
}
