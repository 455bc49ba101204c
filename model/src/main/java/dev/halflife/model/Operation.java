package dev.halflife.model;

/**
 * Something done to a component at a time; a value.
 *
 * @param <O> the component's own operation type
 */
public interface Operation<O extends Operation<O>> {

    /** When, on the monotonic virtual clock, in nanoseconds. May be earlier than the operation before it. */
    long atNanos();

    /** The same operation at another time. */
    O movedTo(long atNanos);

    /** Whether what it does can depend on {@link #atNanos}; where not, the explorer need not try several times. */
    boolean readsTime();
}
