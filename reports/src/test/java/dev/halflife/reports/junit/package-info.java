@NullMarked
package dev.halflife.reports.junit;

import org.jspecify.annotations.NullMarked;
