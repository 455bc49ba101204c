/**
 * The write path's world: callers, the eight parts wired together, a store that fails and recovers, and a process that is
 * killed, closed and restarted. Its operations are what happens in the world, faults included, so that a world schedule is
 * stored, shrunk, explored and replayed like any other.
 */
@NullMarked
package dev.halflife.sim.write.world;

import org.jspecify.annotations.NullMarked;
