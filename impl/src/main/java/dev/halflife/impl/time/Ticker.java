package dev.halflife.impl.time;

/**
 * A source of monotonic time in nanoseconds, with an arbitrary origin.
 *
 * <p>Callers read it and pass the value on, so that whoever receives it can be driven through any time at all. May be
 * read from any thread.
 */
@FunctionalInterface
public interface Ticker {

    /** The time now, in nanoseconds since this ticker's own origin. */
    long nanos();

    /** The machine's monotonic clock. */
    static Ticker system() {
        return System::nanoTime;
    }
}
