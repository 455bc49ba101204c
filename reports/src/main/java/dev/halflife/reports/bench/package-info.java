/** Measures what operations cost, at the published algorithm and at the reference side by side, as ratios from one run. */
@NullMarked
package dev.halflife.reports.bench;

import org.jspecify.annotations.NullMarked;
