/** The circuit breaker as a component of the harness. */
@NullMarked
package dev.halflife.sim.write.breaker;

import org.jspecify.annotations.NullMarked;
