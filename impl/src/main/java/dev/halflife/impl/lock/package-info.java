/** Mutual exclusion where a turn takes nanoseconds. */
@NullMarked
package dev.halflife.impl.lock;

import org.jspecify.annotations.NullMarked;
