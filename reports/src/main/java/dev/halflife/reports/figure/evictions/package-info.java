/** Who is evicted, by which recency, and what peers believe of those who went. */
@NullMarked
package dev.halflife.reports.figure.evictions;

import org.jspecify.annotations.NullMarked;
