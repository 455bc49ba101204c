/** The gate: every component, its subjects and contracts, by every engine; and the records a run leaves behind. */
@NullMarked
package dev.halflife.sim.gate;

import org.jspecify.annotations.NullMarked;
