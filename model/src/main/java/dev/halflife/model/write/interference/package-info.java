/** The contract of the interference tracker, which decides when to consolidate: rules I1 to I5 and finding F9. */
@NullMarked
package dev.halflife.model.write.interference;

import org.jspecify.annotations.NullMarked;
