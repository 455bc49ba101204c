/** Arrivals as a component of the harness. */
@NullMarked
package dev.halflife.sim.write.arrivals;

import org.jspecify.annotations.NullMarked;
