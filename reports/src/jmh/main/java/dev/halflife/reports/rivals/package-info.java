/**
 * What people would use instead of the campaign, on the same registry and by the same rules. Only built with the Maven profile
 * {@code jmh}.
 */
@NullMarked
package dev.halflife.reports.rivals;

import org.jspecify.annotations.NullMarked;
