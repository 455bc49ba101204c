package dev.halflife.stress.jcstress;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Signal;

/**
 * A case of {@code Mode.Termination}: whether a loop sees at last what another thread has written.
 *
 * <p>JCStress gives a loop thirty seconds of the clock, and its generated class leaves no choice. Here it has one second of
 * the processor, on a busy machine too: no write is on its way for so long.
 */
final class Waits implements Sampler {

    private static final long ENOUGH = 100;
    private static final int SAMPLES_A_ROUND = 50;
    private static final long WARM_NANOS = 2_000_000;
    private static final long PATIENCE_NANOS = 1_000_000_000L;
    private static final long POLL_NANOS = 100_000;

    private final Constructor<?> state;
    private final Method waiting;
    private final Method signal;

    Waits(Class<?> part) throws ReflectiveOperationException {
        state = part.getConstructor();
        waiting = method(part, Actor.class);
        signal = method(part, Signal.class);
    }

    private static Method method(Class<?> part, Class<? extends Annotation> role) {
        return Arrays.stream(part.getMethods())
                .filter(method -> method.isAnnotationPresent(role))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public long enough() {
        return ENOUGH;
    }

    @Override
    public void round(int round, Map<String, Long> counts) throws ReflectiveOperationException {
        for (int sample = 0; sample < SAMPLES_A_ROUND && !counts.containsKey("STALE"); sample++) {
            counts.merge(sample() ? "TERMINATED" : "STALE", 1L, Long::sum);
        }
    }

    private boolean sample() throws ReflectiveOperationException {
        Object fresh = state.newInstance();
        Thread waiter = new Thread(() -> invoke(waiting, fresh), "waiting");
        waiter.setDaemon(true); // one that never sees it spins for ever
        waiter.start();
        spunFor(WARM_NANOS, waiter); // so that the loop is compiled
        signal.invoke(fresh);
        return !spunFor(PATIENCE_NANOS, waiter);
    }

    /** Whether this thread has used the processor for so long; otherwise it has ended. */
    private static boolean spunFor(long nanos, Thread waiter) {
        long before = Ending.usedNanos(waiter);
        while (waiter.isAlive()) {
            if (Ending.usedNanos(waiter) - before > nanos) {
                return true;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return false;
    }

    private static void invoke(Method method, Object on) {
        try {
            method.invoke(on);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
