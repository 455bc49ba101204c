/** The importance credits' part of the museum: a textbook implementation, and the mistakes in it. */
@NullMarked
package dev.halflife.sim.write.credits.museum;

import org.jspecify.annotations.NullMarked;
