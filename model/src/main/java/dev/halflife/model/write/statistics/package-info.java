/**
 * Running statistics and their snapshots: rules W1 to W6 with the findings F7 and F14. The sums are exact, so that what is
 * compared is always a reply with the truth, within a stated bound.
 */
@NullMarked
package dev.halflife.model.write.statistics;

import org.jspecify.annotations.NullMarked;
