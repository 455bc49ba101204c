/** How soon the museum's defects are caught. */
@NullMarked
package dev.halflife.reports.figure.museum;

import org.jspecify.annotations.NullMarked;
