/** Numbers and counterexamples as plain text, the same on the console and in a failed test. */
@NullMarked
package dev.halflife.sim.text;

import org.jspecify.annotations.NullMarked;
