/** What stress tests need to reach of the write path, and nobody else. */
@NullMarked
package dev.halflife.impl.write;

import org.jspecify.annotations.NullMarked;
