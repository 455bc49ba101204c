/** What the stress tests left behind: a record file a case. */
@NullMarked
package dev.halflife.reports.stress;

import org.jspecify.annotations.NullMarked;
