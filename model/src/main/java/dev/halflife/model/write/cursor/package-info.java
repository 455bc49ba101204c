/** The consolidation cursor's contract: K1. */
@NullMarked
package dev.halflife.model.write.cursor;

import org.jspecify.annotations.NullMarked;
