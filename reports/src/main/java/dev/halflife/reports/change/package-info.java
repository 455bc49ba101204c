/** What changed between two runs in the same folder, told from their records. */
@NullMarked
package dev.halflife.reports.change;

import org.jspecify.annotations.NullMarked;
