/** Importance credits as a component of the harness: interleavings as plain data, the published port step by step. */
@NullMarked
package dev.halflife.sim.write.credits;

import org.jspecify.annotations.NullMarked;
