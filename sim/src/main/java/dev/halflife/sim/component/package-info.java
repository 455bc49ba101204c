/** What the harness knows of a component; everything generic in the simulator is written against it. */
@NullMarked
package dev.halflife.sim.component;

import org.jspecify.annotations.NullMarked;
