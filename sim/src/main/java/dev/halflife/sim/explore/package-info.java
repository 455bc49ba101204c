/** Every schedule up to a bound. */
@NullMarked
package dev.halflife.sim.explore;

import org.jspecify.annotations.NullMarked;
