/** Running a schedule against a subject, judged step by step. */
@NullMarked
package dev.halflife.sim.run;

import org.jspecify.annotations.NullMarked;
