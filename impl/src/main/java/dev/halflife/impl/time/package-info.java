/** The only door to time: everything else in this module is told what time it is. */
@NullMarked
package dev.halflife.impl.time;

import org.jspecify.annotations.NullMarked;
