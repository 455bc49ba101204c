@NullMarked
package dev.halflife.reports.markdown;

import org.jspecify.annotations.NullMarked;
