package dev.halflife.reports.rivals;

/** A way to try the reference. */
interface Rival {

    /** What it is called. */
    String name();

    /** Tries it for a moment, and returns how many operations were applied and judged; throws if a rule was broken. */
    long round(int number);
}
