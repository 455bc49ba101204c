package dev.halflife.sim.exec;

import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Subjects;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A process that is written to and answers in lines. Nothing here blocks for longer than it is told to. Used by one thread
 * at a time, but for {@link #kill}.
 */
final class ForeignProcess {

    /** How much may be written to a process that does not read, on any system with pipes of the usual size. */
    static final int PIPE_BYTES = 1 << 14;

    /** What waiting for a line came to. */
    enum Outcome {
        LINE,
        ENDED,
        SILENT,
        TOO_LONG,
        STOPPED
    }

    private static final int CHUNK_BYTES = 1 << 16;
    private static final int EAGER_POLLS = 30;
    private static final int SLOW_POLLS = 40;
    private static final int SOME_POLLS = 8;
    private static final int LAST_POLLS = 10;
    private static final long PAUSE_NANOS = 50_000;
    private static final long LONGEST_PAUSE_NANOS = 2_000_000;
    private static final int DYING_POLLS = 5000;
    private static final long DYING_PAUSE_NANOS = 1_000_000;
    private static final int TAIL_BYTES = 1 << 11;

    private final Process process;
    private final OutputStream in;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream(PIPE_BYTES);
    private final InputStream out;
    private final InputStream err;
    private final Limits limits;
    private final LongSupplier nanos;
    private final long startedNanos;
    private final Set<ProcessHandle> family = new LinkedHashSet<>();
    private byte[] buffer = new byte[CHUNK_BYTES];
    private int from;
    private int scanned;
    private int to;
    private int next;
    private String tail = "";
    private boolean torn;
    private boolean answered;
    private @Nullable Thread writer;

    private ForeignProcess(Process process, Limits limits, LongSupplier nanos) {
        this.process = process;
        this.in = process.getOutputStream();
        this.out = process.getInputStream();
        this.err = process.getErrorStream();
        this.limits = limits;
        this.nanos = nanos;
        this.startedNanos = nanos.getAsLong();
    }

    /**
     * Starts one.
     *
     * @throws MalformedInput if there is no such program
     */
    static ForeignProcess start(Command command, Limits limits, LongSupplier nanos) {
        try {
            return new ForeignProcess(new ProcessBuilder(command.words()).start(), limits, nanos);
        } catch (IOException e) {
            throw new MalformedInput(Subjects.EXEC + command.text() + " cannot be started: "
                    + String.valueOf(e.getMessage()).replaceFirst("^Cannot run program ", ""));
        }
    }

    /** Writes; what is written waits until it is sent. */
    void write(byte[] bytes) {
        pending.writeBytes(bytes);
    }

    /**
     * Sends what was written. Whether it arrives shows in the replies.
     *
     * @param openBytes how much of it and of what was sent before is unanswered; where a pipe may not hold that, another
     *     thread sends, as this one would wait for as long as the process does not read
     */
    void send(int openBytes) {
        byte[] bytes = pending.toByteArray();
        pending.reset();
        Runnable sending = () -> quietly(() -> {
            in.write(bytes);
            in.flush();
        });
        if (openBytes > PIPE_BYTES) {
            aside(sending);
        } else {
            sending.run();
        }
    }

    private void aside(Runnable writing) {
        writer = new Thread(writing, "halflife-writer");
        writer.setDaemon(true);
        writer.start();
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void quietly(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            // It does not read any more: it has died, or will be silent.
        }
    }

    /** How long ago it was started. */
    long ageNanos() {
        return nanos.getAsLong() - startedNanos;
    }

    /** Waits for the next line, which {@link #line} then is, until {@code stop}. */
    Outcome await(long mostNanos, Parallel.Stop stop) {
        long begin = 0;
        int dead = 0;
        for (int polls = 0; ; polls++) {
            if (found()) {
                return Outcome.LINE;
            }
            if (to - from > limits.replyBytes()) {
                return Outcome.TOO_LONG;
            }
            // Asked before reading: what a process wrote before it ended is there then, or a moment later.
            boolean alive = process.isAlive();
            if (fill()) {
                continue;
            }
            hearComplaints();
            dead += alive ? 0 : 1;
            if (dead > LAST_POLLS) {
                return Outcome.ENDED;
            }
            long now = nanos.getAsLong();
            begin = polls == 0 || begin == 0 ? now : begin;
            if (now - begin >= mostNanos) {
                return Outcome.SILENT;
            }
            if (stop.requested()) {
                return Outcome.STOPPED;
            }
            if (polls < SLOW_POLLS && polls % SOME_POLLS == 1 && !answered) {
                meetFamily();
            }
            pause(polls);
        }
    }

    /** Most replies come at once; for one that does not the other processes get the time. */
    @SuppressWarnings("ThreadPriorityCheck") // Nothing relies on it but the speed.
    private static void pause(int polls) {
        if (polls < EAGER_POLLS) {
            Thread.yield();
        } else {
            LockSupport.parkNanos(Math.min(LONGEST_PAUSE_NANOS, PAUSE_NANOS * (polls - EAGER_POLLS + 1L) / 4));
        }
    }

    private boolean found() {
        for (; scanned < to; scanned++) {
            if (buffer[scanned] == '\n') {
                next = ++scanned;
                return true;
            }
        }
        return false;
    }

    private boolean fill() {
        if (to == buffer.length) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            scanned -= from;
            to -= from;
            from = 0;
            if (to == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * buffer.length);
            }
        }
        int read = Math.max(0, read(out, buffer, to));
        to += read;
        // The Java runtime, too, reads what a process leaves behind when it ends, and this may have come after that.
        torn |= read > 0 && !process.isAlive();
        return read > 0;
    }

    /** What is there to be read, without waiting for more. */
    private static int read(InputStream in, byte[] into, int from) {
        try {
            int there = Math.min(in.available(), into.length - from);
            return there <= 0 ? 0 : in.read(into, from, there);
        } catch (IOException e) {
            // It is being closed, as the process has ended; what is left comes later.
            return 0;
        }
    }

    /** Reads standard error, so that it never fills up, and keeps the end of it. */
    private void hearComplaints() {
        byte[] heard = new byte[TAIL_BYTES];
        for (int read = read(err, heard, 0); read > 0; read = read(err, heard, 0)) {
            String all = tail + new String(heard, 0, read, StandardCharsets.UTF_8);
            tail = all.substring(Math.max(0, all.length() - TAIL_BYTES));
        }
    }

    /** Whether it has ever said a line. */
    boolean hasSpoken() {
        return answered;
    }

    /** Whether what was read may not be in its order: the process ended meanwhile. A single line always is. */
    boolean isTorn() {
        return torn;
    }

    /** The line that was found, without its end; gone with the next call. */
    byte[] line() {
        byte[] line = Arrays.copyOfRange(buffer, from, next - 1);
        from = next;
        answered = true;
        if (from == to) {
            from = 0;
            scanned = 0;
            to = 0;
        }
        return line;
    }

    /** What it said last on standard error. */
    String complaint() {
        hearComplaints();
        return tail;
    }

    /** How long a reply may be. */
    int mostBytes() {
        return limits.replyBytes();
    }

    /** What it has written that is no line yet. */
    byte[] rest() {
        return Arrays.copyOfRange(buffer, from, to);
    }

    /** How it ended; waits for it in vain no longer than the grace. */
    int status() {
        return ended() ? process.exitValue() : -1;
    }

    /** Ends its input. */
    void endInput() {
        meetFamily();
        Runnable closing = () -> quietly(in::close);
        if (writer != null && writer.isAlive()) {
            aside(closing);
        } else {
            closing.run();
        }
    }

    /** Remembers what it has started by now: once it has ended, nobody knows whose they were. */
    private void meetFamily() {
        process.descendants().forEach(family::add);
    }

    /** Whether it has ended by now. */
    boolean hasEnded() {
        return !process.isAlive();
    }

    /** Whether it ends within the grace. */
    boolean ended() {
        try {
            return process.waitFor(limits.graceNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Has it end, and every process that it has started, without waiting for that; any thread may call this. */
    void kill() {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    /**
     * Ends it and every process that it has started by force, waits until they are gone, and lets go of its pipes. What it
     * starts just while it is being ended, and has not been seen before, is nobody's; its pipes lead nowhere then.
     *
     * @return whether they are gone; a process that waits for a broken device may outlast any force
     */
    boolean end() {
        if (process.isAlive()) {
            meetFamily();
            // Before it ends: the Java runtime would keep all that is there to be read then, and while one that it has
            // started still floods the pipe, that is more than any memory holds.
            letGo();
            process.destroyForcibly();
            meetFamily();
        }
        family.forEach(ProcessHandle::destroyForcibly);
        boolean gone = true;
        family.add(process.toHandle());
        for (ProcessHandle each : family) {
            gone &= isGone(each);
        }
        letGo();
        return gone;
    }

    private void letGo() {
        quietly(out::close);
        quietly(err::close);
    }

    /** Whether it ends soon. A signal is only delivered once the process is given the processor. */
    private static boolean isGone(ProcessHandle handle) {
        for (int polls = 0; isRunning(handle); polls++) {
            if (polls == DYING_POLLS) {
                return false;
            }
            LockSupport.parkNanos(DYING_PAUSE_NANOS);
        }
        return true;
    }

    /** One that has ended, and that whoever inherited it has not asked how, is listed still, but has no program. */
    private static boolean isRunning(ProcessHandle handle) {
        return handle.isAlive() && handle.info().command().isPresent();
    }
}
