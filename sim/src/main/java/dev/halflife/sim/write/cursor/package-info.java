/** The consolidation cursor as a component of the harness. */
@NullMarked
package dev.halflife.sim.write.cursor;

import org.jspecify.annotations.NullMarked;
