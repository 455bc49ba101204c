/** The retry queue's contract: Q1, Q2 and the finding F11. */
@NullMarked
package dev.halflife.model.write.queue;

import org.jspecify.annotations.NullMarked;
