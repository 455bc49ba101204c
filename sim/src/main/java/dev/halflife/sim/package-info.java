/** What could happen: the harness. {@link dev.halflife.sim.Components} lists what it covers. */
@NullMarked
package dev.halflife.sim;

import org.jspecify.annotations.NullMarked;
