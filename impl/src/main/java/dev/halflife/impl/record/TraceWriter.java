package dev.halflife.impl.record;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Writes steps to files on a thread of its own. A step for which there is no room is dropped and ends the segment: nothing
 * is taken any more until everything before the gap is written; then {@code forget} is called while nothing else happens,
 * and a new segment begins.
 */
final class TraceWriter implements AutoCloseable {

    private final HandOver handOver;
    private final TraceFiles files;
    private final Lock alone;
    private final Runnable forget;
    private final LongAdder recorded = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final Thread thread = new Thread(this::run, "halflife-recorder");
    private volatile boolean cut;
    private volatile boolean closed;
    private volatile boolean idle;
    private volatile @Nullable String failure;

    /**
     * A writer that is not running yet.
     *
     * @param alone held by nobody else while it is held: no step is being done
     * @param forget called then, where a segment has ended
     */
    TraceWriter(HandOver handOver, TraceFiles files, Lock alone, Runnable forget) {
        this.handOver = handOver;
        this.files = files;
        this.alone = alone;
        this.forget = forget;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Takes a step, unless there is no room or the segment has ended. Never waits. */
    void offer(Step step) {
        if (cut || closed || !handOver.offer(step)) {
            dropped.increment();
            cut = true;
        }
        wake();
    }

    /** Ends the segment: what comes next cannot be followed from what came before. */
    void cut() {
        cut = true;
        wake();
    }

    private void wake() {
        if (idle) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        try {
            while (goesOn()) {
                idle = true;
                // Whoever offers looks at idle afterwards, so that either it wakes this thread or this sees its step.
                if (handOver.isEmpty() && !cut && !closed) {
                    LockSupport.park(this);
                }
                idle = false;
            }
            files.close();
        } catch (IOException | RuntimeException e) {
            failure = e.toString();
            cut = true;
            closeQuietly();
            drain();
        }
    }

    /** What was written before a step that failed can be read; that step is a line cut off. */
    private void closeQuietly() {
        try {
            files.close();
        } catch (IOException | RuntimeException e) {
            // the first failure is the one that is told
        }
    }

    /** Writes what there is; whether more may come. */
    private boolean goesOn() throws IOException {
        boolean last = closed;
        for (Step step = handOver.poll(); step != null; step = handOver.poll()) {
            write(step);
        }
        files.flush();
        if (cut && !last) {
            beginAnew();
        }
        return !last;
    }

    private void write(Step step) throws IOException {
        boolean written = false;
        try {
            files.write(step);
            written = true;
        } finally {
            (written ? recorded : dropped).increment();
        }
    }

    private void beginAnew() throws IOException {
        boolean begun = false;
        alone.lock();
        try {
            // Steps from before the gap may still have come; they belong to what ends here.
            if (handOver.isEmpty()) {
                forget.run();
                cut = false;
                begun = true;
            }
        } finally {
            alone.unlock();
        }
        if (begun) {
            files.cut(dropped.sum());
        }
    }

    private void drain() {
        while (handOver.poll() != null) {
            dropped.increment();
        }
    }

    long recorded() {
        return recorded.sum();
    }

    long dropped() {
        return dropped.sum();
    }

    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Takes no more, and waits until everything is written. */
    @Override
    public void close() {
        alone.lock();
        try {
            closed = true;
        } finally {
            alone.unlock();
        }
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
