/** The command line; the only place that knows of standard output, exit codes and arguments. */
@NullMarked
package dev.halflife.reports.cli;

import org.jspecify.annotations.NullMarked;
