/**
 * Races of two threads that only real ones decide, tens of thousands of times each, under JCStress: what sequential consistency
 * hides. A case is three things: the model, which says what may come out; the shipped code; and a twin with one access
 * weakened, whose bad outcome must be seen.
 */
@NullMarked
package dev.halflife.stress.jcstress;

import org.jspecify.annotations.NullMarked;
