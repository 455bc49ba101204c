package dev.halflife.impl.record;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Steps on their way from the threads that did them to the one that writes them. Lock-free: nobody waits, neither for room
 * nor for the disk; where there is no room the step is refused. The JDK's queue, with a count in front of it that is never
 * less than what is in it, so that it never holds more than its capacity.
 */
final class HandOver {

    private final Queue<Step> steps = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final int capacity;

    HandOver(int capacity) {
        this.capacity = capacity;
    }

    /** Adds a step, or refuses it where there is no room. */
    boolean offer(Step step) {
        if (size.getAndIncrement() >= capacity) {
            size.getAndDecrement();
            return false;
        }
        steps.add(step);
        return true;
    }

    /** The oldest step, or null. */
    @Nullable
    Step poll() {
        Step step = steps.poll();
        if (step != null) {
            size.getAndDecrement();
        }
        return step;
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }
}
