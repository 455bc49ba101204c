/** The smallest schedule that still fails. */
@NullMarked
package dev.halflife.sim.shrink;

import org.jspecify.annotations.NullMarked;
