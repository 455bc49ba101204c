/** A registry in its world while the sink fails for a while. */
@NullMarked
package dev.halflife.reports.figure.outage;

import org.jspecify.annotations.NullMarked;
