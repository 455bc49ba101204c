/** What a defect is: a mistake kept runnable, the rule that must convict it, and how hard a judge may have to look. */
@NullMarked
package dev.halflife.sim.defect;

import org.jspecify.annotations.NullMarked;
