/** Recorded traces, judged line by line in constant memory. */
@NullMarked
package dev.halflife.sim.trace;

import org.jspecify.annotations.NullMarked;
