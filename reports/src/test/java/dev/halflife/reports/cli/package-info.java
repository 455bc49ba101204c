@NullMarked
package dev.halflife.reports.cli;

import org.jspecify.annotations.NullMarked;
