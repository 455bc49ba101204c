/** What is judged: anything that answers operations. */
@NullMarked
package dev.halflife.sim.subject;

import org.jspecify.annotations.NullMarked;
