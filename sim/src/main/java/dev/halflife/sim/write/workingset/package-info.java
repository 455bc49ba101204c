/** The working set as a component of the harness. */
@NullMarked
package dev.halflife.sim.write.workingset;

import org.jspecify.annotations.NullMarked;
