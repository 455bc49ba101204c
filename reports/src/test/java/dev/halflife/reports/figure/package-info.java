@NullMarked
package dev.halflife.reports.figure;

import org.jspecify.annotations.NullMarked;
