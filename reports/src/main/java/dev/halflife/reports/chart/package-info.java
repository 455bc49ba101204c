/** What a figure is, and how it becomes a picture. */
@NullMarked
package dev.halflife.reports.chart;

import org.jspecify.annotations.NullMarked;
