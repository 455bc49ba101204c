/** The report: one self-contained page, drawn from the record of a run. */
@NullMarked
package dev.halflife.reports.html;

import org.jspecify.annotations.NullMarked;
