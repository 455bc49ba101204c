/** JSON in and out, with errors a person can act on. */
@NullMarked
package dev.halflife.sim.json;

import org.jspecify.annotations.NullMarked;
