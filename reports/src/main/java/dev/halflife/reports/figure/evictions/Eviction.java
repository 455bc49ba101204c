package dev.halflife.reports.figure.evictions;

/**
 * One key going.
 *
 * @param read the read that made room, from 0
 * @param key the key that went
 * @param kept how many keys stayed
 * @param colder how many of those were colder
 */
record Eviction(int read, int key, int kept, int colder) {}
