/** Which accesses of the reference to shared memory there are, and what shows that each is needed. */
@NullMarked
package dev.halflife.stress.memory;

import org.jspecify.annotations.NullMarked;
