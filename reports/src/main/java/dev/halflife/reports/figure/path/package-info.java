/** The parts of the write path under load and failure. */
@NullMarked
package dev.halflife.reports.figure.path;

import org.jspecify.annotations.NullMarked;
