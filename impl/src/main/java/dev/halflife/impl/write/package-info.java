/**
 * The write path of a memory store: accumulators and small state machines that many threads share.
 *
 * <p>Each part stands alone and is thread-safe. The ids in the documentation (A2, W6, F11) name rules of the write path's
 * specification and its findings.
 */
@NullMarked
package dev.halflife.impl.write;

import org.jspecify.annotations.NullMarked;
