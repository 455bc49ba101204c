package dev.halflife.stress.memory;

import dev.halflife.impl.lock.SpinLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Every access of compiled classes to shared memory that does more than a plain one: locks, volatile fields, variable
 * handles, atomics and concurrent maps. Read from bytecode, where nothing hides; a lock that a class inherits goes by the
 * name of the class it inherits it from.
 */
final class SharedMemoryAccesses {

    /** What the classes below do that is no more than a plain access. */
    private static final Set<String> PLAIN = Set.of("<init>", "length", "getPlain", "setPlain");

    /**
     * The recorder is no part of what it records. Its accesses were not weakened one by one; that a recording is what happened,
     * under threads, is {@code RecordingTest}'s to show.
     */
    private static final String RECORDER = "/impl/record/";

    private static final String SPIN_LOCK = Type.getInternalName(SpinLock.class);

    private final SortedSet<String> found = new TreeSet<>();
    private final Map<String, String> parents = new HashMap<>();

    /** As {@code ConsolidationCursor.position: AtomicLong.get}, of a folder of classes or a jar. */
    static SortedSet<String> of(Path classes) {
        SharedMemoryAccesses accesses = new SharedMemoryAccesses();
        try {
            if (Files.isDirectory(classes)) {
                accesses.readAll(classes);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(classes)) {
                    accesses.readAll(jar.getPath("/"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return accesses.found;
    }

    private void readAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<ClassReader> classes = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.toString().replace('\\', '/').contains(RECORDER))
                    .map(SharedMemoryAccesses::read)
                    .toList();
            classes.forEach(read -> parents.put(read.getClassName(), read.getSuperName()));
            classes.forEach(read -> read.accept(new OfClass(), ClassReader.SKIP_DEBUG));
        }
    }

    private static ClassReader read(Path file) {
        try {
            return new ClassReader(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isSpinLock(String internalName) {
        String parent = parents.get(internalName);
        return internalName.equals(SPIN_LOCK) || (parent != null && isSpinLock(parent));
    }

    private void add(String place, String access) {
        found.add(place + ": " + access);
    }

    private static String simple(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1).replace('$', '.');
    }

    private final class OfClass extends ClassVisitor {

        private String name = "";

        OfClass() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int access, String internal, String signature, String parent, String[] more) {
            name = simple(internal);
        }

        @Override
        public FieldVisitor visitField(int access, String field, String type, String signature, Object value) {
            if ((access & Opcodes.ACC_VOLATILE) != 0) {
                add(name + "." + field, "volatile");
            }
            return super.visitField(access, field, type, signature, value);
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String type, String signature, String[] thrown) {
            // A lambda belongs to the method that it stands in.
            String place = name + "." + method.replaceAll("^lambda\\$(\\w+)\\$\\d+$", "$1");
            if ((access & Opcodes.ACC_SYNCHRONIZED) != 0) {
                add(place, "synchronized");
            }
            return new OfMethod(place);
        }
    }

    private final class OfMethod extends MethodVisitor {

        private final String place;

        OfMethod(String place) {
            super(Opcodes.ASM9);
            this.place = place;
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.MONITORENTER) {
                add(place, "synchronized");
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String type, boolean ofInterface) {
            boolean shared = owner.equals("java/lang/invoke/VarHandle")
                    || owner.startsWith("java/util/concurrent/atomic/")
                    || owner.startsWith("java/util/concurrent/Concurrent");
            if (shared && !PLAIN.contains(method)) {
                add(place, simple(owner) + "." + method);
            } else if (method.equals("lock") && isSpinLock(owner)) {
                add(place, simple(SPIN_LOCK) + "." + method);
            }
        }
    }
}
