package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.impl.lock.SpinLock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A1, A5 and A6 among threads rest on who waits for whom; here each lock is held, and each call has to wait for it. */
class CreditLocksTest {

    private final Escrow<Integer> escrow = new Escrow<>(10);
    private final CreditCell<Integer> own = CreditCell.empty();
    private final CreditCell<Integer> other = CreditCell.empty();

    /** What is done with every lock in hand. */
    private final List<Runnable> calls = List.of(
            () -> escrow.record(own, new Integer[] {1}),
            escrow::drain,
            () -> escrow.restore(new Flush<>(Map.of(1, 1L)).pile()),
            escrow::pending);

    @BeforeEach
    void bothCellsJoin() {
        escrow.record(own, new Integer[] {1});
        escrow.record(other, new Integer[] {1});
    }

    @Test
    void a1_whatConcernsAllCreditsIsDoneByOneCallAtATime() throws Exception {
        for (Runnable call : calls) {
            assertWaitsFor(escrow, call);
        }
    }

    @Test
    void a6_whatConcernsAllCreditsWaitsForARecordInAnyCell() throws Exception {
        for (Runnable call : calls) {
            assertWaitsFor(own, call);
            assertWaitsFor(other, call);
        }
    }

    @Test
    void a1_aRecordWaitsForItsCell() throws Exception {
        assertWaitsFor(own, () -> own.record(1));
        assertWaitsFor(own, () -> own.record(new Integer[] {1, 2}));
    }

    /** The call neither ends nor goes on while the lock is held: its thread comes to sleep. */
    private static void assertWaitsFor(SpinLock lock, Runnable call) throws InterruptedException {
        lock.lock();
        Thread caller = new Thread(call);
        caller.start();
        Thread.State seen = caller.getState();
        while (seen != Thread.State.TIMED_WAITING && seen != Thread.State.TERMINATED) {
            Thread.onSpinWait();
            seen = caller.getState();
        }
        lock.unlock();
        caller.join();
        assertThat(seen).isEqualTo(Thread.State.TIMED_WAITING);
    }
}
