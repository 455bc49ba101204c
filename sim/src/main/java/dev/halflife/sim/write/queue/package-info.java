/** The retry queue as a component of the harness. */
@NullMarked
package dev.halflife.sim.write.queue;

import org.jspecify.annotations.NullMarked;
