/**
 * Decaying read-rate counters, the bounded registry that keeps them, and the protocol that tells peers about them.
 *
 * <p>Start at {@link dev.halflife.impl.heat.HeatRegistry}, which counts, and {@link dev.halflife.impl.heat.HeatDriver},
 * which tells peers. The ids in the documentation (D4, T1, F13) name rules of
 * the heat specification.
 */
@NullMarked
package dev.halflife.impl.heat;

import org.jspecify.annotations.NullMarked;
