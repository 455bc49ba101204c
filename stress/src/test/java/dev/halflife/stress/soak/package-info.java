/**
 * Minutes of random calls on all cores, every call recorded with when it began and returned, and judged afterwards: by the
 * model where a search for an order is affordable, by ledgers in linear time where it is not. The profile {@code soak}.
 */
@NullMarked
package dev.halflife.stress.soak;

import org.jspecify.annotations.NullMarked;
