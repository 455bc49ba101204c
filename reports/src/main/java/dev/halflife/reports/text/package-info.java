/** Verdicts and tables of a run in words. */
@NullMarked
package dev.halflife.reports.text;

import org.jspecify.annotations.NullMarked;
