@NullMarked
package dev.halflife.reports.change;

import org.jspecify.annotations.NullMarked;
