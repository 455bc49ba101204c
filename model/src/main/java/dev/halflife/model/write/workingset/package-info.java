/** The working set's contract: C1, C2 and the finding F12. */
@NullMarked
package dev.halflife.model.write.workingset;

import org.jspecify.annotations.NullMarked;
