/** Files as this house reads and writes them: one way in, one way out. */
@NullMarked
package dev.halflife.sim.file;

import org.jspecify.annotations.NullMarked;
