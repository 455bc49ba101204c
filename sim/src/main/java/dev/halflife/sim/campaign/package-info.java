/** Many seeds, on many threads, with results that do not depend on how many. */
@NullMarked
package dev.halflife.sim.campaign;

import org.jspecify.annotations.NullMarked;
