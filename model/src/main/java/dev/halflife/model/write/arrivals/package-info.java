/** The contract of arrivals, a sequence per namespace: N1 and N2. */
@NullMarked
package dev.halflife.model.write.arrivals;

import org.jspecify.annotations.NullMarked;
