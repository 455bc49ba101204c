/** The two heat registries as components of the harness. */
@NullMarked
package dev.halflife.sim.heat;

import org.jspecify.annotations.NullMarked;
