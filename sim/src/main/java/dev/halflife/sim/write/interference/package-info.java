/** The interference tracker as a component of the harness. */
@NullMarked
package dev.halflife.sim.write.interference;

import org.jspecify.annotations.NullMarked;
