/** One campaign on many machines: how it is divided, what the parts came to, and how they merge. */
@NullMarked
package dev.halflife.sim.shard;

import org.jspecify.annotations.NullMarked;
