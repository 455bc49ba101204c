/** Randomness as a parameter: one splittable generator with a stable algorithm. */
@NullMarked
package dev.halflife.sim.random;

import org.jspecify.annotations.NullMarked;
