package dev.halflife.reports.bench;

import java.util.function.Supplier;

/**
 * One operation, as the published algorithm and as the reference do it, on the same input.
 *
 * @param operation what is done and to how much
 * @param threads how many do it at once
 * @param wanted how many times faster the reference is to be
 * @param published prepares the published algorithm
 * @param reference prepares the reference
 */
record Contest(String operation, int threads, double wanted, Supplier<Work> published, Supplier<Work> reference) {}
