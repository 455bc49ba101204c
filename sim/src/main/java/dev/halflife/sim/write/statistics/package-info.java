/** Running statistics and their snapshots as a component of the harness, with the disk they are kept on. */
@NullMarked
package dev.halflife.sim.write.statistics;

import org.jspecify.annotations.NullMarked;
