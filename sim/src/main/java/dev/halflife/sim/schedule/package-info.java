/** Schedules as data: a configuration and timed operations, to and from JSON. */
@NullMarked
package dev.halflife.sim.schedule;

import org.jspecify.annotations.NullMarked;
