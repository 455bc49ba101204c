package dev.halflife.reports.cli;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C or a request to terminate: a command that has said it will stop soon gets the time to print and save what it
 * found, and then its own exit status. Any other ends at once, as usual.
 */
final class Interrupt {

    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final List<Runnable> last = new CopyOnWriteArrayList<>();
    private volatile boolean heeded;
    private volatile boolean requested;
    private volatile int status;

    /** Says that from now on this command asks {@link #requested} often. */
    void heed() {
        heeded = true;
    }

    /** Has this done when the process is ended at once. */
    void atLast(Runnable deed) {
        last.add(deed);
    }

    /** Whether somebody asked to stop. */
    boolean requested() {
        return requested;
    }

    /** Asks to stop. */
    void request() {
        requested = true;
    }

    /** Listens to the process being ended. */
    void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown, "halflife-interrupt"));
    }

    /** Everything is printed and saved; the process may end with this status. */
    void finish(int exitStatus) {
        status = exitStatus;
        finished.countDown();
    }

    private void shutDown() {
        request();
        try {
            if (heeded && finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        last.forEach(Runnable::run);
    }
}
