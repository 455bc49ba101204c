/** The contract of a circuit breaker per partition: rules B1 to B3 and finding F8. */
@NullMarked
package dev.halflife.model.write.breaker;

import org.jspecify.annotations.NullMarked;
