@NullMarked
package dev.halflife.reports.bench;

import org.jspecify.annotations.NullMarked;
