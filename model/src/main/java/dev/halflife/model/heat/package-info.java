/** The heat layer's contract: decay, emission, registry and acknowledgement rules D, P, E, R, T and the findings F. */
@NullMarked
package dev.halflife.model.heat;

import org.jspecify.annotations.NullMarked;
