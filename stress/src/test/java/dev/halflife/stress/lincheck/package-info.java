/**
 * Every interleaving that Lincheck finds of a few calls on a few threads, judged by the pure model; each part of the
 * reference beside a twin with a defect that must be convicted. A pass is bounded evidence: the bounds are printed.
 */
@NullMarked
package dev.halflife.stress.lincheck;

import org.jspecify.annotations.NullMarked;
