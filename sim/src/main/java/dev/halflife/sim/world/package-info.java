/**
 * The mesh: readers, drivers, a sink that fails in every way a sink can, and peers that keep what they were last told,
 * around a heat registry. Its operations are what happens in the world, faults included, so that a world schedule is
 * stored, shrunk, explored and replayed like any other.
 */
@NullMarked
package dev.halflife.sim.world;

import org.jspecify.annotations.NullMarked;
