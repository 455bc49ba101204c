@NullMarked
package dev.halflife.reports.chart;

import org.jspecify.annotations.NullMarked;
