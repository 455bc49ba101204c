/** The chapters of the report that have figures. */
@NullMarked
package dev.halflife.reports.figure;

import org.jspecify.annotations.NullMarked;
