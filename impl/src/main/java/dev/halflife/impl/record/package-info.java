/**
 * What a registry in production really did, written down as a trace that {@code halflife check} judges. Depends on nothing
 * of the harness.
 */
@NullMarked
package dev.halflife.impl.record;

import org.jspecify.annotations.NullMarked;
