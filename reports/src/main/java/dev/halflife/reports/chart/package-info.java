/** Decay curves of the reference against the exact law, drawn by XChart. */
@NullMarked
package dev.halflife.reports.chart;

import org.jspecify.annotations.NullMarked;
