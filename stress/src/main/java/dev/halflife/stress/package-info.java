/** What real threads and every interleaving of them do to the reference. The cases are tests; this holds what they share. */
@NullMarked
package dev.halflife.stress;

import org.jspecify.annotations.NullMarked;
