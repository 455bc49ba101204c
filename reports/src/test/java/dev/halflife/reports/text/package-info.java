@NullMarked
package dev.halflife.reports.text;

import org.jspecify.annotations.NullMarked;
