@NullMarked
package dev.halflife.reports.html;

import org.jspecify.annotations.NullMarked;
