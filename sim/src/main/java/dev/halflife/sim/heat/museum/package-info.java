/** The heat registries' defects, each one overridden method of a registry written to be read. */
@NullMarked
package dev.halflife.sim.heat.museum;

import org.jspecify.annotations.NullMarked;
