/** What the cases leave behind: a record file each, which a report can draw, and a table at the end of the run. */
@NullMarked
package dev.halflife.stress.record;

import org.jspecify.annotations.NullMarked;
