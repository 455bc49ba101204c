/**
 * The museum: every defect that the harness claims to catch, hunted on every run, and how long that takes. Generic: it
 * knows defects and components, and none of them by name.
 */
@NullMarked
package dev.halflife.sim.museum;

import org.jspecify.annotations.NullMarked;
