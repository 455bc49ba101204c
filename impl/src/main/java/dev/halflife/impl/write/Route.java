package dev.halflife.impl.write;

/** Which way a write goes (W5). */
public enum Route {
    /** It is familiar: nothing more is done with it. */
    FAST,
    /** It is novel, and worth more work. */
    SLOW
}
